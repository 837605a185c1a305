import { readFileSync } from 'node:fs';
import { commands } from '../commands/index.js';
import { run, type World } from '../run.js';

const guide = readFileSync('docs/rule-packs.md', 'utf8');
const sample = JSON.parse(readFileSync('docs/examples/hazardous-chemicals-permit.json', 'utf8'));

const world: World = {
  entries: commands,
  version: '0',
  language: 'en',
  readText: (path) => readFileSync(path, 'utf8'),
  installation: () => Promise.reject(new Error('the guide joins no installation')),
  progress: () => undefined,
};

const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text as string);
const lines = blocks('sh').join('').trim().split('\n');

describe('docs/rule-packs.md', () => {
  it.each(lines.filter((line) => !line.startsWith('#')))('%s', async (line) => {
    const answer = lines[lines.indexOf(line) + 1] ?? '';
    const outcome = await run(line.replace('npm run -s paizhao -- ', '').split(' '), world);
    expect(outcome).toMatchObject({ exitCode: 0, err: '' });
    if (answer.startsWith('# ')) expect(outcome.out).toContain(answer.slice(2).replace(/…$/, ''));
  });

  it('shows what stands in the sample', () => {
    const shown = blocks('json')
      .flatMap((block) => block.trim().split('\n'))
      .map((line) => JSON.parse(line));
    const counted = sample.limits[1].readings.map(({ from, count }: Record<string, unknown>) => ({ from, count }));
    expect(shown.filter(({ count }) => count)).toEqual(counted);
    expect(shown).toHaveLength(3);
  });

  it('links to files that are there', () => {
    for (const [, path] of guide.matchAll(/\]\(([^)#]+)\)/g)) expect(readFileSync(`docs/${path}`, 'utf8')).not.toBe('');
  });
});
