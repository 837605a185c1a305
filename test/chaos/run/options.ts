import { parseArgs } from 'node:util';

export const usage = `npm run test:chaos [-- options]

  Runs the whole product on a stack of its own, keeps sending commands, and kills what carries them. An interrupted run
  goes on where it was; what it knows is in .paizhao/chaos. Status 0 only if nothing was lost, doubled, stuck or silent.

  --kills N            kills of a worker in all (default 200)
  --database-kills N   kills of PostgreSQL in all (default 20)
  --temporal-losses N  how often everything that Temporal knows is deleted (default 2)
  --licenses N         licenses that are acted on from the beginning; half as many come in the course (default 30)
  --seed TEXT          of chance; a new one for every fresh run where it is left out
  --json FILE          write the summary as JSON
  --fresh              begin anew, and forget what an interrupted run knew
  --help`;

export interface ChaosPlan {
  kills: number;
  databaseKills: number;
  temporalLosses: number;
  licenses: number;
}

export interface ChaosOptions extends ChaosPlan {
  seed: string | undefined;
  json: string | undefined;
  fresh: boolean;
  help: boolean;
  temporalCli: string | undefined;
}

/** @throws Error that names what is wrong with the arguments */
export function parseOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string', default: '200' },
      'database-kills': { type: 'string', default: '20' },
      'temporal-losses': { type: 'string', default: '2' },
      licenses: { type: 'string', default: '30' },
      seed: { type: 'string' },
      json: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'temporal-cli': { type: 'string' },
    },
  });
  return {
    kills: wholeNumber('kills', values.kills, 0),
    databaseKills: wholeNumber('database-kills', values['database-kills'], 0),
    temporalLosses: wholeNumber('temporal-losses', values['temporal-losses'], 0),
    licenses: wholeNumber('licenses', values.licenses, 3),
    seed: values.seed,
    json: values.json,
    fresh: values.fresh,
    help: values.help,
    temporalCli: values['temporal-cli'],
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) < least)
    throw new Error(`--${name} must be a whole number from ${least} on, not "${text}".\n\n${usage}`);
  return Number(text);
}
