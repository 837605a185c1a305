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

  it('name parts of the scale benchmark, or mean all of them', () => {
    expect(parseOptions(['scale'])).toMatchObject({
      parts: ['a', 'b', 'c', 'd'],
      licenses: 10_000,
      licensesGiven: false,
    });
    const some = parseOptions(['scale', 'b', 'c', '--licenses', '200', '--window', '2', '--idle', '60', '--fresh']);
    expect(some).toMatchObject({ benchmark: 'scale', parts: ['b', 'c'], licenses: 200, licensesGiven: true });
    expect(some).toMatchObject({ windowMinutes: 2, idleSeconds: 60, fresh: true });
  });

  it('are those of a large portfolio where it is asked for', () => {
    expect(parseOptions(['portfolio', '--times', '20'])).toMatchObject({
      benchmark: 'portfolio',
      licenses: 100_000,
      times: 20,
      callers: 2,
      fresh: false,
    });
  });

  it('are those of questions about the past where they are asked for', () => {
    expect(parseOptions(['as-of', '--licenses', '500', '--fresh'])).toMatchObject({
      benchmark: 'as-of',
      licenses: 500,
      times: 400,
      fresh: true,
    });
  });

  it.each([
    [['scale', 'e'], 'There is no benchmark "scale e"'],
    [['scale', '--quiet'], '--quiet is an option of commands and core alone'],
    [['--idle', '3'], '--idle is an option of scale alone'],
    [['other'], 'There is no benchmark "other"'],
    [['core', 'commands'], 'There is no benchmark "core commands"'],
    [['core', '--callers', '3'], '--callers is an option of commands and portfolio alone'],
    [['portfolio', '--commands', '3'], '--commands is an option of commands and scale alone'],
    [['--times', '3'], '--times is an option of portfolio and as-of alone'],
    [['core', '--profile', 'profiles'], '--profile is an option of commands and as-of alone'],
    [['--rounds', '0'], '--rounds must be a whole number above 0'],
  ])('refuse %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
