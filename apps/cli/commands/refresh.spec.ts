import { run, type World } from '../run.js';
import { commands } from './index.js';

const world: World = {
  entries: commands,
  version: '0',
  language: 'en',
  readText: () => '',
  installation: () => Promise.reject(new Error('asked for the installation')),
  progress: () => undefined,
};

describe('refresh', () => {
  it.each([
    ['neither one license nor all', 'refresh', /--license <id> or --all/],
    ['both', 'refresh --all --license a', /--license <id> or --all/],
    ['a rate of nothing', 'refresh --all --rate 0', /--rate must be 1 or more/],
    ['a rate that is no number', 'refresh --all --rate fast', /--rate/],
    ['a day where an instant belongs', 'refresh --all --begun-before 2026-11-25', /instant such as/],
    ['an instant that does not exist', 'refresh --all --begun-before 2026-13-40T00:00:00Z', /instant such as/],
  ])('refuses %s before it asks anything', async (_, line, said) => {
    expect(await run(line.split(' '), world)).toMatchObject({ exitCode: 2, err: expect.stringMatching(said) });
  });

  it('asks for the installation once the question is right', async () => {
    expect(await run(['refresh', '--all', '--begun-before', '2026-11-25T02:00Z'], world)).toMatchObject({
      exitCode: 1,
      err: 'paizhao: asked for the installation',
    });
  });
});
