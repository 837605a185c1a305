import type { Envelope } from '../../../libs/ledger/index.js';
import { license, other } from '../sample/entries.js';
import {
  cutAfter,
  type Depth,
  editBody,
  editJson,
  editLine,
  editLines,
  editText,
  type Json,
  otherDigit,
  put,
  type TamperCase,
} from './forge.js';

const [own, second, third] = ['streams/1.jsonl', 'streams/2.jsonl', 'streams/3.jsonl'] as const;
/** The newest sealed entry of the license; ten are there. */
const sealed = 8;

/** Every member of a body, changed into something that could stand there. */
const members: [member: string, edit: (entry: Envelope & Json) => void, more: string[]][] = [
  ['stream', (entry) => void (entry.stream = other), [`entry ${own} 2 stream`]],
  ['seq', (entry) => void (entry.seq = 3), [`entry ${own} 2 stream`]],
  ['recordedAt', (entry) => void (entry.recordedAt = '2026-11-21T00:00:01.900Z'), []],
  [
    'recordedAt, to before its predecessor',
    (entry) => void (entry.recordedAt = '2026-01-01T00:00:00.000Z'),
    [`entry ${own} 2 recordedAt`],
  ],
  ['storedAt', (entry) => void (entry.storedAt = '2026-11-21T00:00:01.900Z'), []],
  [
    'storedAt, to after its successor',
    (entry) => void (entry.storedAt = '2027-01-01T00:00:00.000Z'),
    [`entry ${own} 3 recordedAt`],
  ],
  ['validOn', (entry) => void (entry.validOn = '2026-11-20'), []],
  ['actor', (entry) => void (entry.actor.id = 'person-9'), []],
  ['kind of actor', (entry) => void (entry.actor.kind = 'system'), []],
  ['commandId', (entry) => void (entry.commandId = 'command-9'), []],
  ['type', (entry) => void (entry.type = 'people-replaced'), []],
  ['v', (entry) => void (entry.v = 2), []],
  ['data', (entry) => void (entry.data.owner = 'person-9'), []],
  ['amount in data', (entry) => void (entry.data.amount = 1_000_001), []],
  ['text in data', (entry) => void (entry.data.words = 'é "q" \\ \u2029 𠮷 \t'), []],
  ['data, a member more', (entry) => void (entry.data.more = null), []],
];

const depths: Record<Depth, { how: string; found: string }> = {
  body: { how: 'alone', found: `entry ${own} 2 body` },
  hash: { how: 'with its hash', found: `entry ${own} 3 prev` },
  chain: { how: 'with the chain after it', found: `entry ${own} ${sealed} hash` },
};

const ofMembers: TamperCase[] = members.flatMap(([member, edit, more]) =>
  (Object.keys(depths) as Depth[]).map((depth) => ({
    what: `an entry’s ${member}, ${depths[depth].how}`,
    forge: editBody(own, 2, depth, edit),
    found: [depths[depth].found, ...more],
  })),
);

const ofBodies: TamperCase[] = [
  {
    what: 'white space in a body, with the chain after it',
    forge: editBody(own, 2, 'chain', (entry) => JSON.stringify(entry, Object.keys(entry).sort(), 1)),
    found: [`entry ${own} 2 body`, `entry ${own} ${sealed} hash`],
  },
  {
    what: 'an escape in a body, with its hash',
    forge: editBody(own, 10, 'chain', (entry) => JSON.stringify(sorted(entry)).replace('person-2', '\\u0070erson-2')),
    found: [`entry ${own} 10 body`],
  },
  {
    what: 'a member more in a body that no checkpoint covers, with the chain',
    forge: editBody(own, 10, 'chain', (entry) => void (entry.note = 'trust me')),
    found: [`entry ${own} 10 body`],
  },
  ...Object.entries({ '-0': '-0', '1e3': '1e3', '1.0': '1.0', '1e400': '1e400' }).map(([number, text]) => ({
    what: `the number ${number} in a body that no checkpoint covers, with the chain`,
    forge: editBody(own, 10, 'chain', (entry) => JSON.stringify(sorted(entry)).replace('"person-2"', text)),
    found: [`entry ${own} 10 body`],
  })),
  {
    what: 'another name of a member in a body that no checkpoint covers, with the chain',
    forge: editBody(own, 10, 'chain', (entry) => {
      entry.Actor = entry.actor;
      delete entry.actor;
    }),
    found: [`entry ${own} 10 body`],
  },
  ...['2026-11-26', '2026-11-26T06:00:09Z', 'yesterday'].map((instant) => ({
    what: `${instant} for an instant in a body that no checkpoint covers, with the chain`,
    forge: editBody(own, 10, 'chain', (entry) => void (entry.storedAt = instant)),
    found: [`entry ${own} 10 body`],
  })),
  {
    what: 'a type by a word of the language that verifies',
    forge: editBody(own, 10, 'chain', (entry) => void (entry.type = 'constructor')),
    found: [],
  },
  {
    what: 'a body that is no object, where no checkpoint covers it',
    forge: editBody(own, 10, 'chain', () => 'null'),
    found: [`entry ${own} 10 body`],
  },
];

const sorted = (value: Json): Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((name) => [name, sorted(value[name])]),
      )
    : value;

const ofLines: TamperCase[] = [
  {
    what: 'prev of a line',
    forge: editLine(own, 4, (line) => line.replace(/(?<="prev":")[0-9a-f]+/, otherDigit)),
    found: [`entry ${own} 4 prev`, `entry ${own} 4 body`],
  },
  {
    what: 'hash of a line',
    forge: editLine(own, 4, (line) => line.replace(/(?<="hash":")[0-9a-f]+/, otherDigit)),
    found: [`entry ${own} 4 body`, `entry ${own} 5 prev`],
  },
  {
    what: 'seq of a line',
    forge: editLine(own, 4, (line) => line.replace('"seq":4}', '"seq":7}')),
    found: [`entry ${own} 4 seq`, `entry ${own} 7 stream`, `entry ${own} 5 seq`],
  },
  {
    what: 'white space in a line',
    forge: editLine(own, 4, (line) => line.replace('{', '{ ')),
    found: [`entry ${own} 4 line`],
  },
  {
    what: 'a carriage return',
    forge: editLine(own, 4, (line) => line.replace('\n', '\r\n')),
    found: [`entry ${own} 4 line`],
  },
  {
    what: 'an escape in a line',
    forge: editLine(own, 4, (line) => line.replace('command-4', '\\u0063ommand-4')),
    found: [`entry ${own} 4 line`],
  },
  {
    what: 'a member twice in a line',
    forge: editLine(own, 4, (line) => line.replace('"seq":4}', '"seq":9,"seq":4}')),
    found: [`entry ${own} 4 line`],
  },
  {
    what: 'a member more in a line',
    forge: editLine(own, 4, (line) => line.replace('"seq":4}', '"seq":4,"x":1}')),
    found: [`entry ${own} 4 line`],
  },
  {
    what: 'white space in the header',
    forge: editLine(own, 0, (line) => line.replace(':', ': ')),
    found: [`entry ${own} line`],
  },
  {
    what: 'white space in the head',
    forge: editLine(own, -1, (line) => line.replace(':', ': ')),
    found: [`entry ${own} 10 line`],
  },
  { what: 'the last newline', forge: editText(own, (all) => all.slice(0, -1)), found: [`entry ${own} 10 line`] },
  {
    what: 'hash of the head',
    forge: editLine(own, -1, (line) => line.replace(/(?<="hash":")[0-9a-f]+/, otherDigit)),
    found: [`entry ${own} 10 head`],
  },
  {
    what: 'seq of the head',
    forge: editLine(own, -1, (line) => line.replace('"seq":10', '"seq":11')),
    found: [`entry ${own} 11 head`],
  },
  { what: 'a line that is no JSON', forge: editLine(own, 4, () => 'trust me\n'), found: [`form ${own} 4`] },
  { what: 'an empty line', forge: editLines(own, (lines) => lines.toSpliced(4, 0, '\n')), found: [`form ${own} 4`] },
  {
    what: 'a hash that is none',
    forge: editLine(own, 4, (line) => line.replace(/(?<="hash":")../, 'zz')),
    found: [`form ${own} 4`],
  },
  {
    what: 'capital digits',
    forge: editLine(own, 4, (line) =>
      line.replace(/(?<="hash":")[0-9a-f]+/, (hex) => `${hex.slice(1).toUpperCase()}A`),
    ),
    found: [`form ${own} 4`],
  },
  {
    what: 'seq that is no number',
    forge: editLine(own, 4, (line) => line.replace('"seq":4}', '"seq":"4"}')),
    found: [`form ${own} 4`],
  },
  {
    what: 'seq that no reader counts to',
    forge: editLine(own, 4, (line) => line.replace('"seq":4}', '"seq":9007199254740992}')),
    found: [`form ${own} 4`],
  },
  {
    what: 'seq in another way',
    forge: editLine(own, 10, (line) => line.replace('"seq":10}', '"seq":1e1}')),
    found: [`entry ${own} 10 line`],
  },
  {
    what: 'a body that is no text',
    forge: editLine(own, 4, (line) => line.replace(/"body":".*","hash"/, '"body":5,"hash"')),
    found: [`form ${own} 4`],
  },
  {
    what: 'a head without seq',
    forge: editLine(own, -1, (line) => line.replace('"seq":10', '"x":10')),
    found: [`form ${own} 11`],
  },
  {
    what: 'a head that is none',
    forge: editLine(own, -1, () => '{"head":null}\n'),
    found: [`form ${own} 11`],
  },
  {
    what: 'a header of no stream',
    forge: editLine(own, 0, (line) => line.replace(`"${license}"`, '5')),
    found: [`form ${own}`],
  },
  {
    what: 'a version that is none',
    forge: editLine(own, 0, (line) => line.replace('"0.1.0"', '{"toString":1}')),
    found: [`form ${own}`],
  },
  { what: 'an empty line at the end', forge: editText(own, (all) => `${all}\n`), found: [`form ${own} 12`] },
  { what: 'the head away', forge: editLines(own, (lines) => lines.slice(0, -1)), found: [`form ${own} 10`] },
  { what: 'something after the head', forge: editText(own, (all) => `${all}{}\n`), found: [`form ${own} 12`] },
  {
    what: 'another format',
    forge: editLine(own, 0, (line) => line.replace('paizhao-ledger', 'paizhao')),
    found: [`form ${own}`],
  },
  {
    what: 'another version',
    forge: editLine(own, 0, (line) => line.replace('0.1.0', '0.2.0')),
    found: [`form ${own}`],
  },
  { what: 'nothing in the file', forge: ({ files }) => put(files, own, ''), found: [`form ${own}`] },
  {
    what: 'the stream that the header names',
    forge: editLine(own, 0, (line) => line.replace(license, other)),
    found: [`form ${own} stream`, ...Array.from({ length: 10 }, (_, at) => `entry ${own} ${at + 1} stream`)],
  },
  {
    what: 'when the header says it was made',
    forge: editLine(third, 0, (line) => line.replace('2026-11-27', '2026-11-28')),
    found: [`form ${third} exportedAt`],
  },
  {
    what: 'simulated time in a header',
    forge: editLine(third, 0, (line) => line.replace('false', 'true')),
    found: [`form ${third} simulated`],
  },
];

const ofOrder: TamperCase[] = [
  { what: 'an entry away', forge: editLines(own, (lines) => lines.toSpliced(4, 1)), found: [`entry ${own} 4 seq`] },
  {
    what: 'three entries away',
    forge: editLines(own, (lines) => lines.toSpliced(4, 3)),
    found: [`entry ${own} 4 seq`],
  },
  {
    what: 'the first entry away',
    forge: editLines(own, (lines) => lines.toSpliced(1, 1)),
    found: [`entry ${own} 1 seq`],
  },
  {
    what: 'the last entry away, the head left',
    forge: editLines(own, (lines) => lines.toSpliced(10, 1)),
    found: [`entry ${own} 10 head`],
  },
  {
    what: 'an entry twice',
    forge: editLines(own, (lines) => lines.toSpliced(4, 0, lines[4] as string)),
    found: [`entry ${own} 4 seq`],
  },
  {
    what: 'two entries in another order',
    forge: editLines(own, (lines) => lines.with(4, lines[5] as string).with(5, lines[4] as string)),
    found: [`entry ${own} 4 seq`, `entry ${own} 4 recordedAt`, `entry ${own} 5 seq`],
  },
  {
    what: 'an entry of another stream put in',
    forge: (bundle) => {
      const foreign = bundle.files
        .get(third)
        ?.toString('utf8')
        .split(/(?<=\n)/)[2] as string;
      return editLines(own, (lines) => lines.toSpliced(5, 0, foreign))(bundle);
    },
    found: [`entry ${own} 2 seq`, `entry ${own} 2 stream`, `entry ${own} 2 recordedAt`, `entry ${own} 3 seq`],
  },
  {
    what: 'two streams in each other’s file',
    forge: ({ files }) => {
      const [a, b] = [files.get(own) as Buffer, files.get(second) as Buffer];
      put(files, own, b);
      put(files, second, a);
    },
    found: [
      `form ${own} stream`,
      `form ${second} stream`,
      `cut ${own} 6`,
      `entry ${second} 4 hash`,
      `entry ${second} 5 storedAt`,
    ],
  },
];

const ofTails: TamperCase[] = [
  { what: 'the tail cut behind the newest checkpoint', forge: cutAfter(own, 7), found: [`cut ${own} 8`] },
  { what: 'the tail cut far behind the newest checkpoint', forge: cutAfter(own, 3), found: [`cut ${own} 4`] },
  { what: 'all entries cut', forge: cutAfter(own, 0), found: [`cut ${own} 1`] },
  { what: 'the tail of the deliveries cut', forge: cutAfter(second, 2), found: [`cut ${second} 3`] },
  { what: 'the tail of the company cut', forge: cutAfter(third, 2), found: [`cut ${third} 3`] },
  {
    what: 'the tail cut just after the newest checkpoint, which messages still tell of: the window',
    forge: cutAfter(own, 8),
    found: ['0/due', '0/role', '1/due'].map((member) => `~delivery deliveries.json messages/${member}`),
  },
  {
    what: 'the tail cut just after the newest checkpoint, and what messages tell of it: the window',
    forge: (bundle) => {
      cutAfter(own, 8)(bundle);
      editJson('deliveries.json', ({ messages }: Json) => {
        for (const message of messages) Object.assign(message, { due: null, role: null });
      })(bundle);
    },
    found: [],
  },
  { what: 'the newest entry cut: the window', forge: cutAfter(own, 9), found: [] },
];

/** The newest checkpoint of the sample is of 03:00 on 24 November. */
const storedAt = (time: string) =>
  editBody(own, 9, 'chain', (entry) => {
    entry.recordedAt = entry.storedAt = `2026-11-24T${time}.000Z`;
  });

const ofLate: TamperCase[] = [
  {
    what: 'an entry put in behind the newest checkpoint, back-dated',
    forge: storedAt('02:54:59'),
    found: [`entry ${own} 9 storedAt`],
    brought: { key: 'second' },
  },
  {
    what: 'an entry that was on its way while the newest checkpoint was sealed',
    forge: storedAt('02:55:00'),
    found: [],
    brought: { key: 'second' },
  },
];

const noMessages = editJson('deliveries.json', (all: Json) => (all.messages = []));

/** Messages that were sent, and are not told of. */
const ofSilence: TamperCase[] = [
  {
    what: 'all deliveries left out, and the proof of where they ended',
    forge: (bundle) => {
      editJson('proofs.json', ({ streams }: Json) => streams.splice(1, 1))(bundle);
      bundle.files.delete(second);
      noMessages(bundle);
    },
    found: ['missing-part proofs.json'],
  },
  {
    what: 'all deliveries left out, but for the proof of where they ended',
    forge: (bundle) => {
      cutAfter(second, 0)(bundle);
      noMessages(bundle);
    },
    found: [`cut ${second} 1`],
  },
  {
    what: 'all deliveries left out, and the line in the text of their bucket',
    forge: (bundle) => {
      cutAfter(second, 0)(bundle);
      editJson('proofs.json', ({ streams }: Json) => (streams[1].heads = ''))(bundle);
      noMessages(bundle);
    },
    found: [`checkpoint ${second} heads`],
  },
];

export const entryCases: TamperCase[] = [
  ...ofMembers,
  ...ofBodies,
  ...ofLines,
  ...ofOrder,
  ...ofTails,
  ...ofLate,
  ...ofSilence,
];
