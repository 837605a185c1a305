import { parseArgs } from 'node:util';

export const usage = `npm run test:tamper [-- options]

  Makes audit bundles, tampers with them in every way of its table and byte by byte, and has both verifiers look at each:
  \`paizhao verify\`, and the one in tools/verify-bundle, which needs Go. Status 0 only if everything is found and named,
  nothing else is, and both say the same.

  --cases N       bytes that are changed at random (default 300)
  --seed N        of chance; a new one where it is left out
  --keep          leave the bundles in .paizhao/tamper
  --help`;

export interface TamperOptions {
  flips: number;
  seed: number;
  keep: boolean;
  help: boolean;
  go: string;
}

/** @throws Error that names what is wrong with the arguments */
export function parseOptions(args: string[], chance: () => number = Math.random): TamperOptions {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string', default: '300' },
      seed: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      go: { type: 'string', default: 'go' },
    },
  });
  return {
    flips: wholeNumber('cases', values.cases),
    seed: values.seed === undefined ? Math.floor(chance() * 1e9) : wholeNumber('seed', values.seed),
    keep: values.keep,
    help: values.help,
    go: values.go,
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".\n\n${usage}`);
  return Number(text);
}
