import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('the rulebook', () => {
  const sources = (readdirSync(__dirname, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );

  it.each(sources)('%s knows no clock, host time zone, randomness or process', (file) => {
    const code = readFileSync(join(__dirname, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      code.match(/\b(Date|Intl|performance|process|require)\b[.(]|new Date\b|Math\.random|from 'node:/g),
    ).toBeNull();
  });
});
