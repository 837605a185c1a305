import { zipSync } from 'fflate';
import { aBundle, continued, type Files, sealings, sealingsContinued, zipped } from '../sample/bundle.js';
import { company, delivery, entriesOf, license, other } from '../sample/entries.js';
import type { Sealing } from '../sample/world.js';
import type { Brought } from './forge.js';

/** A bundle that nobody may complain of. */
export interface SoundCase {
  what: string;
  bytes(): Promise<Buffer>;
  brought: Brought;
  /** Where another one is due than what is brought says. */
  verdict?: string;
  /** What both must say of the log whose place that of the bundle took. */
  continues?: object;
}

/** @param explanation a date with its proof */
export function soundCases(explanation: object): SoundCase[] {
  const of = async (making?: Parameters<typeof aBundle>[1]) => (await aBundle(explanation, making)).files;
  const whole = async () => zipped(await of());
  const allSealed = { [license]: 8, [delivery]: 4, [company]: 3 };
  const ofSuccessor = async () => zipped(await of({ sealings: sealingsContinued(), checkpoints: [5, 6] }));
  const young = { entries: { [company]: 2, [other]: 2 }, names: 'first', signs: ['first'] } satisfies Sealing;
  const silent = sealings.map(({ entries: { [delivery]: _, ...entries }, ...rest }) => ({ ...rest, entries }));
  const continues = { ...continued.continues, root: continued.continues.root.toString('hex') };
  return [
    { what: 'nothing brought', bytes: whole, brought: {} },
    { what: 'the key of today', bytes: whole, brought: { key: 'second' } },
    { what: 'the key of before', bytes: whole, brought: { key: 'first' } },
    { what: 'the newest checkpoint', bytes: whole, brought: { checkpoint: 4 } },
    { what: 'an older checkpoint that was mailed', bytes: whole, brought: { checkpoint: 2 } },
    { what: 'a checkpoint saved on another system', bytes: whole, brought: { checkpoint: 2, saved: withReturns } },
    { what: 'a checkpoint saved with a mark', bytes: whole, brought: { checkpoint: 2, saved: withMark } },
    {
      what: 'a checkpoint saved with both',
      bytes: whole,
      brought: { checkpoint: 4, saved: (note) => withMark(withReturns(note)) },
    },
    {
      what: 'key, and a checkpoint newer than the bundle',
      bytes: async () => zipped(await of({ checkpoints: [1, 2, 3] })),
      brought: { key: 'second', checkpoint: 4 },
      verdict: 'checkpoint-newer',
    },
    { what: 'key and checkpoint', bytes: whole, brought: { key: 'second', checkpoint: 3 } },
    { what: 'no window', bytes: async () => zipped(await of({ there: allSealed })), brought: { key: 'second' } },
    { what: 'no checkpoint', bytes: async () => zipped(await of({ checkpoints: [] })), brought: {} },
    {
      what: 'first, announcing and newest checkpoint',
      bytes: async () => zipped(await of({ checkpoints: [1, 3, 4] })),
      brought: { key: 'first' },
    },
    {
      what: 'a window of nearly all',
      bytes: async () => zipped(await of({ checkpoints: [1] })),
      brought: { key: 'first' },
    },
    { what: 'a log in the place of another', bytes: ofSuccessor, brought: {}, continues },
    { what: 'a log in the place of another, its key', bytes: ofSuccessor, brought: { key: 'second' }, continues },
    { what: 'a log in the place of another, its first', bytes: ofSuccessor, brought: { checkpoint: 5 }, continues },
    { what: 'a log in the place of another, its newest', bytes: ofSuccessor, brought: { checkpoint: 6 }, continues },
    {
      what: 'no entry of the license under a checkpoint yet, the key brought',
      bytes: async () =>
        zipped(await of({ sealings: [{ ...young, sealedAt: '2026-11-20T03:00:00.000Z' }], checkpoints: [1] })),
      brought: { key: 'first' },
      verdict: 'consistent-not-anchored',
    },
    {
      what: 'no message ever sent',
      bytes: async () => zipped(await of({ entries: { ...entriesOf(), [delivery]: [] }, sealings: silent })),
      brought: { key: 'second' },
    },
    { what: 'packed anew, compressed', bytes: async () => deflated(await of()), brought: { checkpoint: 4 } },
  ];
}

const withReturns = (note: string): string => note.replaceAll('\n', '\r\n');
const withMark = (note: string): string => `\ufeff${note}`;

/** By another program, with folders, times and attributes of its own. */
const deflated = (files: Files): Buffer =>
  Buffer.from(zipSync({ 'streams/': new Uint8Array(), ...Object.fromEntries(files) }, { level: 6 }));
