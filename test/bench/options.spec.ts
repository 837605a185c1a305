import { parseOptions } from './options.js';

describe('the options of the benchmark', () => {
  it('are those of commands without any', () => {
    expect(parseOptions([])).toMatchObject({
      benchmark: 'commands',
      rounds: 15,
      commands: 200,
      callers: 32,
      licenses: 200,
      quiet: false,
    });
  });

  it('leave the core what concerns it', () => {
    expect(parseOptions(['core', '--rounds', '3', '--quiet', '--json', 'core.json'])).toMatchObject({
      benchmark: 'core',
      rounds: 3,
      quiet: true,
      json: 'core.json',
    });
  });

  it.each([
    [['other'], 'There is no benchmark "other"'],
    [['core', 'commands'], 'There is no benchmark "core commands"'],
    [['core', '--callers', '3'], '--callers is an option of commands alone'],
    [['core', '--profile', 'profiles'], '--profile is an option of commands alone'],
    [['--rounds', '0'], '--rounds must be a whole number above 0'],
  ])('refuse %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
