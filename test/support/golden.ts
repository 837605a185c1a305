import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The text that is checked in under test/fixtures, to be compared with what the code gives. With `GOLDEN=write` in the
 * environment that is written first; whoever does so reads the difference before committing it.
 */
export function golden(path: string, given: string): string {
  const file = join(__dirname, '..', 'fixtures', path);
  if (process.env.GOLDEN === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, given);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
