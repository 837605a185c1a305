import { checkpointText, readCheckpoint } from './checkpoint.js';
import { NotACheckpoint } from './errors.js';
import { SigningKey, VerifierKey } from './keys.js';
import { readNote, signedNote, signersOf } from './note.js';

/** The example of the reference implementation, golang.org/x/mod/sumdb/note. */
const example = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const note = `${example.text}\n${example.signature}`;

const other = new SigningKey(Buffer.alloc(32, 9));
const place = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof NotACheckpoint) return error.details.where;
  }
  return 'no fault';
};

describe('a signed note', () => {
  it('is what the reference implementation writes, byte for byte', () => {
    const key = new SigningKey(example.seed);
    expect(signedNote(example.text, 'PeterNeumann', [key])).toBe(note);
    expect(key.as('PeterNeumann').text).toBe(example.key);
    expect(VerifierKey.read(example.key).fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says who signed it, and nothing of strangers', () => {
    const both = signedNote(example.text, 'PeterNeumann', [new SigningKey(example.seed), other]);
    const [peter, stranger] = [VerifierKey.read(example.key), other.as('PeterNeumann')];
    expect(signersOf(readNote(both), [peter]).map(({ text }) => text)).toEqual([example.key]);
    expect(signersOf(readNote(both), [peter, stranger])).toHaveLength(2);
    expect(signersOf(readNote(note), [stranger, other.as('elsewhere')])).toEqual([]);
  });

  it('is refused where a known key is said to have signed another text', () => {
    const forged = readNote(note.replace('problem', 'Problem'));
    expect(() => signersOf(forged, [VerifierKey.read(example.key)])).toThrow('it is not by PeterNeumann+c74f20a3');
  });

  it.each([
    ['nothing', '', 'note'],
    ['a text without signatures', example.text, 'note'],
    ['a note that is cut off', note.slice(0, -1), 'note'],
    ['a note with carriage returns', note.replaceAll('\n', '\r\n'), 'note'],
    ['another dash', note.replace('—', '-'), 'line 4'],
    ['a name with a plus', note.replace('— Peter', '— P+eter'), 'line 4'],
    ['base64 in another form', note.replace('=\n', '\n'), 'line 4'],
    ['a signature without an id', note.replace(/x08.*=/, 'x08='), 'line 4'],
    ['a note without end', `${example.text}\n${example.signature.repeat(17)}`, 'note'],
  ])('%s is none', (_what, text, where) => {
    expect(place(() => readNote(text))).toBe(where);
  });

  it.each([
    ['another id', example.key.replace('c74f20a3', 'c74f20a4')],
    ['another algorithm', example.key.replace('+AR', '+ZR')],
    ['another length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['a name with a space', example.key.replace('PeterN', 'Peter N')],
  ])('a key with %s is none', (_what, text) => {
    expect(place(() => VerifierKey.read(text))).toBe('key');
  });
});

describe('a checkpoint', () => {
  const checkpoint = { origin: 'paizhao/x', size: 20_852_163, root: Buffer.alloc(32, 1) };
  const text = checkpointText(checkpoint);

  it('is read as it is written', () => {
    expect(readCheckpoint(text)).toEqual(checkpoint);
  });

  it.each([
    ['without an origin', text.replace('paizhao/x', ''), 'line 1'],
    ['of a log whose name readers may take for two', text.replace('paizhao/x', 'paizhao/ä'), 'line 1'],
    ['over nothing', text.replace('20852163', '0'), 'line 2'],
    ['with a leading zero', text.replace('20852163', '020852163'), 'line 2'],
    ['with a size beyond all measure', text.replace('20852163', '9999999999999999'), 'line 2'],
    ['with a short root', text.replace('AQEB', ''), 'line 3'],
    ['with a line more', `${text}more\n`, 'line 4'],
    ['without its last newline', text.slice(0, -1), 'line 4'],
  ])('%s is none', (_what, changed, where) => {
    expect(place(() => readCheckpoint(changed))).toBe(where);
  });
});
