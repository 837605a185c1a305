/** Signs that a system reads as something else, or that turn a name around. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\\/:*?"<>|]/gu;
/** Names longer than this many bytes meet file systems that cut them. */
const mostBytes = 120;

/** What a title can be called as a file, on every system: readable, in its own script, and never a path. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '');
  let name = '';
  for (const character of plain) {
    if (Buffer.byteLength(name + character) > mostBytes) break;
    name += character;
  }
  name = name.replace(/[. ]+$/u, '');
  return name === '' ? '_' : name;
}
