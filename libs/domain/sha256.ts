/**
 * SHA-256 (FIPS 180-4) in plain arithmetic. The core may use no Node module, and a sign-off must be bound to the hash
 * of its materials inside a pure function; the inputs are short lists, so speed does not matter here.
 */

/** Signed words: adding them stays within the integers that a processor adds, which unsigned ones do not. */
const ROUND_CONSTANTS = fractionBits(64, Math.cbrt);
const INITIAL_STATE = fractionBits(8, Math.sqrt);

/** The hash of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  const message = padded(utf8(text));
  const state = Int32Array.from(INITIAL_STATE);
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < message.length; offset += 64) {
    expand(schedule, message, offset);
    compress(state, schedule);
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** First 32 bits of the fractional parts of the roots of the first primes: where FIPS 180-4 takes its constants from. */
function fractionBits(count: number, root: (prime: number) => number): Int32Array {
  const bits = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    if (!isPrime(candidate)) continue;
    const value = root(candidate);
    bits[found++] = (value - Math.floor(value)) * 2 ** 32;
  }
  return bits;
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return true;
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let i = 0; i < 64; i++) {
    const sigma1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sigma1 + choice + at(ROUND_CONSTANTS, i) + at(schedule, i)) | 0;
    const sigma0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sigma0 + majority) | 0;
  }
  const words = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = at(state, i) + (words[i] as number);
}

/** Spreads one block of the message over the words of a schedule. */
function expand(words: Int32Array, message: Uint8Array, offset: number): void {
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      const p = offset + i * 4;
      words[i] = (at(message, p) << 24) | (at(message, p + 1) << 16) | (at(message, p + 2) << 8) | at(message, p + 3);
      continue;
    }
    const early = at(words, i - 15);
    const late = at(words, i - 2);
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1;
  }
}

function padded(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const bits = bytes.length * 8;
  for (let i = 0; i < 8; i++) message[message.length - 1 - i] = Math.floor(bits / 2 ** (8 * i)) & 0xff;
  return message;
}

/** UTF-8 by hand: the encoder of the platform is outside the language. Lone surrogates become U+FFFD, as there. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const add = (...encoded: number[]) => {
    for (const byte of encoded) bytes[length++] = byte;
  };
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) i++;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) add(0xc0 | (code >> 6), continuation(code, 0));
    else if (code < 0x10000) add(0xe0 | (code >> 12), continuation(code, 6), continuation(code, 0));
    else add(0xf0 | (code >> 18), continuation(code, 12), continuation(code, 6), continuation(code, 0));
  }
  return bytes.subarray(0, length);
}

function continuation(code: number, shift: number): number {
  return 0x80 | ((code >> shift) & 0x3f);
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(list: Uint8Array | Int32Array, index: number): number {
  return list[index] as number;
}
