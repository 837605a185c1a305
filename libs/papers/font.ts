import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

let bytes: Buffer | null = null;

/** Noto Sans SC, read once in a process: 10 MB for some 30,000 characters. */
export function chineseFont(): Buffer {
  bytes ??= readFileSync(createRequire(import.meta.url).resolve(file));
  return bytes;
}
