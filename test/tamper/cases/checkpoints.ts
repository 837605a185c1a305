import { readCheckpoint, readNote, signedNote } from '../../../libs/checkpoints/index.js';
import { canonicalBytes } from '../../../libs/ledger/index.js';
import { type Bundle, continued, sealings, sealingsContinued, streams } from '../sample/bundle.js';
import { company, entriesOf, license, other } from '../sample/entries.js';
import { type KeyName, keys, origin, proofsOf, type Sealing, worldOf } from '../sample/world.js';
import { editJson, type Json, otherDigit, put, type TamperCase } from './forge.js';

const proofs = 'proofs.json';
const places = streams.map(({ file }) => file);
const checkpoint = (number: number, field: string) => `checkpoint ${proofs} ${number} ${field}`;

/** The same entries, sealed by others; `checkpoints` are the numbers of those that come along. */
const sealedAnew =
  (edit: (sealings: Sealing[]) => void, checkpoints = [1, 2, 3, 4]) =>
  ({ files }: Bundle): void => {
    const anew = structuredClone(sealings) as Sealing[];
    edit(anew);
    put(files, proofs, canonicalBytes(proofsOf(worldOf(entriesOf(), anew), streams, checkpoints)));
  };

const byForger = (all: Sealing[]): void => {
  for (const each of all) [each.names, each.signs] = ['forger', ['forger']];
};

const signedBy = (at: number, names: KeyName[]) =>
  editJson(proofs, ({ checkpoints }: Json) => {
    const { text } = readNote(checkpoints[at].note);
    checkpoints[at].note = signedNote(
      text,
      origin,
      names.map((name) => keys[name]),
    );
  });

/** The text of the note, without signing it anew. */
const noted = (at: number, edit: (note: string) => string) =>
  editJson(proofs, ({ checkpoints }: Json) => {
    checkpoints[at].note = edit(checkpoints[at].note);
  });

const sealed = (at: number, edit: (seal: Json) => void) =>
  editJson(proofs, ({ checkpoints }: Json) => {
    const seal: Json = JSON.parse(checkpoints[at].seal);
    edit(seal);
    checkpoints[at].seal = canonicalBytes(seal).toString('utf8');
  });

const ofNotes: TamperCase[] = [
  {
    what: 'the root of the newest checkpoint',
    forge: noted(3, (note) => note.replace(rootIn(note), Buffer.alloc(32, 7).toString('base64'))),
    found: [
      checkpoint(4, 'seal'),
      checkpoint(4, 'signature'),
      checkpoint(1, 'consistency'),
      checkpoint(2, 'consistency'),
      checkpoint(3, 'consistency'),
    ],
  },
  {
    what: 'the root of a checkpoint before',
    forge: noted(1, (note) => note.replace(rootIn(note), Buffer.alloc(32, 7).toString('base64'))),
    found: [checkpoint(2, 'seal'), checkpoint(2, 'signature'), checkpoint(2, 'consistency')],
  },
  {
    what: 'the origin of a checkpoint before',
    forge: noted(1, (note) => note.replace(origin, 'paizhao/another')),
    found: [checkpoint(2, 'signature'), checkpoint(2, 'origin')],
  },
  { what: 'a signature by a forger', forge: signedBy(3, ['forger']), found: [checkpoint(4, 'signature')] },
  { what: 'a signature by the key of before', forge: signedBy(3, ['first']), found: [checkpoint(4, 'signature')] },
  { what: 'a signature of another text', forge: noted(3, otherSignature), found: [checkpoint(4, 'signature')] },
  {
    what: 'the exchange of the key without the old key',
    forge: signedBy(2, ['second']),
    found: [checkpoint(3, 'signature')],
  },
  {
    what: 'the exchange of the key without the new key',
    forge: signedBy(2, ['first']),
    found: [checkpoint(3, 'signature')],
  },
  { what: 'one signature more, by somebody else', forge: signedBy(3, ['second', 'forger']), found: [] },
  {
    what: 'a note without its empty line',
    forge: noted(3, (note) => note.replace('\n\n', '\n')),
    found: [`form ${proofs} checkpoints/3/note`],
  },
  {
    what: 'a note without signatures',
    forge: noted(3, (note) => note.slice(0, note.indexOf('—'))),
    found: [`form ${proofs} checkpoints/3/note`],
  },
  ...['0', '1000000000000000'].map((size) => ({
    what: `${size} for a size`,
    forge: noted(3, (note: string) => note.replace(/\n\d+\n/, `\n${size}\n`)),
    found: [`form ${proofs} checkpoints/3/note`],
  })),
  {
    what: 'an origin with a space',
    forge: noted(3, (note) => note.replace(origin, `${origin}\u00a0`)),
    found: [`form ${proofs} checkpoints/3/note`],
  },
  {
    what: 'a size with a zero before it',
    forge: noted(3, (note) => note.replace('\n', '\n0')),
    found: [`form ${proofs} checkpoints/3/note`],
  },
];

function rootIn(note: string): string {
  return readCheckpoint(readNote(note).text).root.toString('base64');
}

/** Its last bytes are others. */
function otherSignature(note: string): string {
  return note.replace(/.{8}==?\n$|.{12}\n$/, (end) => `${end.startsWith('AAAA') ? 'BBBB' : 'AAAA'}${end.slice(4)}`);
}

const ofSeals: TamperCase[] = [
  { what: 'the number in a seal', forge: sealed(3, (seal) => (seal.number = 5)), found: [checkpoint(5, 'seal')] },
  {
    what: 'the time in a seal',
    forge: sealed(3, (seal) => (seal.sealedAt = '2026-11-24T03:00:00.001Z')),
    found: [checkpoint(4, 'seal')],
  },
  {
    what: 'the heads in a seal',
    forge: sealed(3, (seal) => (seal.heads = otherDigit(seal.heads))),
    found: [checkpoint(4, 'seal'), ...places.map((file) => `checkpoint ${file} heads`)],
  },
  {
    what: 'the key in the newest seal',
    forge: sealed(3, (seal) => (seal.key = keys.forger.as(origin).text)),
    found: [checkpoint(4, 'seal'), checkpoint(4, 'signature')],
  },
  {
    what: 'a day that there is not, in a seal',
    forge: sealed(3, (seal) => (seal.sealedAt = '2026-02-30T03:00:00.000Z')),
    found: [`form ${proofs} checkpoints/3/seal`],
  },
  {
    what: 'white space in a seal',
    forge: editJson(proofs, ({ checkpoints }: Json) => (checkpoints[3].seal += ' ')),
    found: [`form ${proofs} checkpoints/3/seal`],
  },
  {
    what: 'a member more in a seal',
    forge: sealed(3, (seal) => (seal.x = 1)),
    found: [`form ${proofs} checkpoints/3/seal`],
  },
  {
    what: 'a key whose id is another',
    forge: sealed(3, (seal) => (seal.key = seal.key.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))),
    found: [`form ${proofs} checkpoints/3/seal`],
  },
];

const ofProofs: TamperCase[] = [
  {
    what: 'the proof of a seal',
    forge: editJson(
      proofs,
      ({ checkpoints }: Json) => (checkpoints[3].sealProof[0] = otherDigit(checkpoints[3].sealProof[0])),
    ),
    found: [checkpoint(4, 'seal')],
  },
  {
    what: 'the proof of a seal cut',
    forge: editJson(proofs, ({ checkpoints }: Json) => checkpoints[3].sealProof.pop()),
    found: [checkpoint(4, 'seal')],
  },
  {
    what: 'a consistency proof',
    forge: editJson(
      proofs,
      ({ checkpoints }: Json) => (checkpoints[1].consistency[0] = otherDigit(checkpoints[1].consistency[0])),
    ),
    found: [checkpoint(2, 'consistency')],
  },
  {
    what: 'a consistency proof cut',
    forge: editJson(proofs, ({ checkpoints }: Json) => checkpoints[1].consistency.pop()),
    found: [checkpoint(2, 'consistency')],
  },
  {
    what: 'a consistency proof too long',
    forge: editJson(proofs, ({ checkpoints }: Json) => checkpoints[1].consistency.push('ab'.repeat(32))),
    found: [checkpoint(2, 'consistency')],
  },
  {
    what: 'a consistency proof of the newest to itself',
    forge: editJson(proofs, ({ checkpoints }: Json) => checkpoints[3].consistency.push('ab'.repeat(32))),
    found: [checkpoint(4, 'consistency')],
  },
  {
    what: 'the text of a bucket: an older entry',
    forge: editJson(proofs, (all: Json) => (all.streams[0].heads = all.streams[0].heads.replace(' 8 ', ' 7 '))),
    found: [`checkpoint ${places[0]} heads`],
  },
  {
    what: 'the text of a bucket: no entry',
    forge: editJson(proofs, (all: Json) => (all.streams[0].heads = '')),
    found: [`checkpoint ${places[0]} heads`],
  },
  {
    what: 'a hash beside the way of a bucket',
    forge: editJson(proofs, (all: Json) => (all.streams[1].siblings[15] = otherDigit(all.streams[1].siblings[15]))),
    found: [`checkpoint ${places[1]} heads`],
  },
  {
    what: 'a hash beside the way of a bucket away',
    forge: editJson(proofs, (all: Json) => all.streams[1].siblings.pop()),
    found: [`checkpoint ${places[1]} heads`],
  },
  {
    what: 'a hash in capital digits',
    forge: editJson(proofs, (all: Json) => (all.streams[1].siblings[0] = `A${all.streams[1].siblings[0].slice(1)}`)),
    found: [`form ${proofs} streams/1/siblings`],
  },
  {
    what: 'the list of checkpoints away',
    forge: editJson(proofs, (all: Json) => delete all.checkpoints),
    found: [`form ${proofs} checkpoints`],
  },
  {
    what: 'the list of streams away',
    forge: editJson(proofs, (all: Json) => delete all.streams),
    found: [`form ${proofs} streams`],
  },
  {
    what: 'white space in the proofs',
    forge: ({ files }) => put(files, proofs, `${files.get(proofs)}\n`),
    found: [`form ${proofs} canonical`],
  },
  { what: 'no JSON for proofs', forge: ({ files }) => put(files, proofs, 'trust me'), found: [`form ${proofs}`] },
  {
    what: 'a line in the text of a bucket that is none',
    forge: editJson(proofs, (all: Json) => (all.streams[0].heads += 'trust me\n')),
    found: [`checkpoint ${places[0]} heads`],
  },
  ...['Streams', 'STREAMS', '\u017ftreams', 'more'].map((name) => ({
    what: `${name} beside streams`,
    forge: editJson(proofs, (all: Json) => (all[name] = [])),
    found: [`form ${proofs} ${name}`],
  })),
  {
    what: 'Streams in the place of streams',
    forge: editJson(proofs, (all: Json) => {
      all.Streams = all.streams;
      delete all.streams;
    }),
    found: [`form ${proofs} Streams`],
  },
  {
    what: 'two lists of streams',
    forge: ({ files }) => put(files, proofs, `${files.get(proofs)}`.replace('"streams":', '"streams":[],"streams":')),
    found: [`form ${proofs} canonical`],
  },
  {
    what: 'streams written with an escape',
    forge: ({ files }) => put(files, proofs, `${files.get(proofs)}`.replace('"streams":', '"\\u0073treams":')),
    found: [`form ${proofs} canonical`],
  },
  {
    what: 'Heads in the place of heads',
    forge: editJson(proofs, ({ streams: [first] }: Json) => {
      first.Heads = first.heads;
      delete first.heads;
    }),
    found: [`form ${proofs} Heads`],
  },
  {
    what: 'nothing for siblings',
    forge: editJson(proofs, (all: Json) => (all.streams[0].siblings = null)),
    found: [`form ${proofs} siblings`],
  },
  {
    what: 'a name that no stream has',
    forge: editJson(proofs, (all: Json) => (all.streams[2].stream = 'Company/1')),
    found: [`form ${proofs} streams/2/stream`],
  },
  {
    what: 'a stream twice',
    forge: editJson(proofs, (all: Json) => all.streams.push(all.streams[0])),
    found: [`form ${proofs} streams/3`],
  },
  {
    what: 'the license’s stream away from the proofs',
    forge: editJson(proofs, (all: Json) => all.streams.shift()),
    found: [`missing-part ${proofs}`, `strange-part ${places[0]}`, '~*'],
  },
  {
    what: 'the deliveries away from the proofs',
    forge: editJson(proofs, (all: Json) => all.streams.splice(1, 1)),
    found: [`missing-part ${proofs}`, `strange-part ${places[1]}`, '~*'],
  },
  {
    what: 'the company away from the proofs',
    forge: editJson(proofs, (all: Json) => all.streams.pop()),
    found: [`strange-part ${places[2]}`, `missing-part ${proofs}`],
  },
  {
    what: 'the name of a stream in the proofs',
    forge: editJson(proofs, (all: Json) => (all.streams[0].stream = other)),
    found: [
      `missing-part ${proofs}`,
      `strange-part ${places[0]}`,
      `form ${places[0]} stream`,
      `checkpoint ${places[0]} heads`,
      '~*',
    ],
  },
];

const lostExchange = editJson(proofs, ({ checkpoints }: Json) => checkpoints.splice(2, 1));
const noCheckpoints = editJson(proofs, (all: Json) => (all.checkpoints = []));

const ofAnchors: TamperCase[] = [
  {
    what: 'the exchange of the key left out',
    forge: lostExchange,
    found: [checkpoint(4, 'signature')],
    brought: { key: 'second' },
  },
  { what: 'all sealed anew by a forger, and nothing brought', forge: sealedAnew(byForger), found: [] },
  {
    what: 'all sealed anew by a forger, the key brought',
    forge: sealedAnew(byForger),
    found: [`key ${proofs}`],
    brought: { key: 'second' },
  },
  {
    what: 'all sealed anew by a forger, the key of before brought',
    forge: sealedAnew(byForger),
    found: [`key ${proofs}`],
    brought: { key: 'first' },
  },
  {
    what: 'all sealed anew by a forger, the newest checkpoint brought',
    forge: sealedAnew(byForger),
    found: [checkpoint(4, 'root')],
    brought: { checkpoint: 4 },
  },
  {
    what: 'all sealed anew by a forger, an older checkpoint brought',
    forge: sealedAnew(byForger),
    found: [checkpoint(2, 'root')],
    brought: { checkpoint: 2 },
  },
  {
    what: 'the newest sealed by a forger, who follows on the true ones',
    forge: sealedAnew((all) => {
      (all[3] as Sealing).names = 'forger';
      (all[3] as Sealing).signs = ['forger'];
    }),
    found: [checkpoint(4, 'signature')],
    brought: { key: 'second' },
  },
  {
    what: 'the key exchanged for a forger’s, signed by the forger alone',
    forge: sealedAnew((all) => {
      for (const each of all.slice(2)) [each.names, each.signs] = ['forger', ['forger']];
    }),
    found: [checkpoint(3, 'signature')],
    brought: { key: 'first' },
  },
  { what: 'no checkpoints, and nothing brought', forge: noCheckpoints, found: [] },
  {
    what: 'no checkpoints, the key brought',
    forge: noCheckpoints,
    found: [`key ${proofs}`],
    brought: { key: 'second' },
  },
  {
    what: 'no checkpoints, a checkpoint brought',
    forge: noCheckpoints,
    found: [`checkpoint ${proofs} size`],
    brought: { checkpoint: 4 },
  },
  {
    what: 'checkpoints only up to an older one: the window',
    forge: sealedAnew(() => undefined, [1, 2]),
    found: [],
    brought: { key: 'first' },
  },
  {
    what: 'checkpoints only up to an older one, the newest brought',
    forge: sealedAnew(() => undefined, [1, 2]),
    found: [],
    brought: { checkpoint: 4 },
    verdict: 'checkpoint-newer',
  },
  {
    what: 'checkpoints with one left out, that one brought',
    forge: sealedAnew(() => undefined, [1, 3, 4]),
    found: [`checkpoint ${proofs} size`],
    brought: { checkpoint: 2 },
  },
  {
    what: 'checkpoints only up to an older one, the newer key brought',
    forge: sealedAnew(() => undefined, [1, 2]),
    found: [`key ${proofs}`],
    brought: { key: 'second' },
  },
  {
    what: 'a license that no checkpoint ever was over, among those of others, the key brought',
    forge: sealedAnew(
      (all) => {
        for (const each of all) each.entries = { [company]: 2, [other]: 2 };
      },
      [1],
    ),
    found: [`entry ${places[0]} 1 storedAt`],
    brought: { key: 'first' },
  },
  {
    what: 'one entry less sealed by a forger with all the rest, the newest checkpoint brought',
    forge: sealedAnew((all) => {
      byForger(all);
      (all[3] as Sealing).entries[license] = 7;
    }),
    found: [`entry ${places[0]} 8 storedAt`],
    brought: { checkpoint: 4 },
  },
];

/** The proofs are of a log that took the place of the sample's; `numbers` are those of its checkpoints that come along. */
const ofSuccessor =
  (numbers = [5, 6], begins = continued) =>
  ({ files }: Bundle): void =>
    put(files, proofs, canonicalBytes(proofsOf(worldOf(entriesOf(), sealingsContinued(begins)), streams, numbers)));

const endingWith = (end: object) => ({ ...continued, continues: { ...continued.continues, ...end } });

const inSuccessor = (edit: (continues: Json) => void) => (bundle: Bundle) => {
  ofSuccessor()(bundle);
  sealed(0, ({ continues }) => edit(continues))(bundle);
};

const [predecessor, unknown] = [`other-log ${proofs} predecessor`, `other-log ${proofs} unknown`];

export const logCases: TamperCase[] = [
  {
    what: 'a log in the place of another, the end of that brought',
    forge: ofSuccessor(),
    found: [predecessor],
    brought: { checkpoint: 4 },
  },
  {
    what: 'a log in the place of another, a checkpoint brought of what was kept',
    forge: ofSuccessor(),
    found: [predecessor],
    brought: { checkpoint: 2 },
  },
  {
    what: 'a log that says of another that it ended earlier',
    forge: ofSuccessor([5, 6], endingWith({ size: continued.continues.size - 1 })),
    found: [predecessor, checkpoint(5, 'continues')],
    brought: { checkpoint: 4 },
  },
  {
    what: 'a log that says of another that it ended with another root',
    forge: ofSuccessor([5, 6], endingWith({ root: Buffer.alloc(32, 7) })),
    found: [predecessor, checkpoint(5, 'continues')],
    brought: { checkpoint: 4 },
  },
  {
    what: 'a log in the place of a third one',
    forge: ofSuccessor([5, 6], endingWith({ origin: 'paizhao/third' })),
    found: [unknown],
    brought: { checkpoint: 4 },
  },
  {
    what: 'a log of before, a checkpoint of its successor brought',
    forge: sealedAnew(() => undefined, [1, 2, 3]),
    found: [unknown],
    brought: { checkpoint: 6 },
  },
  {
    what: 'the place that a log took, left out with its first checkpoint',
    forge: ofSuccessor([6]),
    found: [checkpoint(6, 'first')],
    brought: { key: 'second' },
  },
  {
    what: 'the place that a log took, out of its seal',
    forge: (bundle) => {
      ofSuccessor()(bundle);
      sealed(0, (seal) => delete seal.continues)(bundle);
    },
    found: [checkpoint(5, 'first'), checkpoint(5, 'seal')],
    brought: { key: 'second' },
  },
  {
    what: 'how much is gone',
    forge: inSuccessor((continues) => (continues.gone = 0)),
    found: [checkpoint(5, 'seal')],
    brought: { key: 'second' },
  },
  {
    what: 'more kept than there was',
    forge: inSuccessor((continues) => (continues.kept = continues.size + 1)),
    found: [`form ${proofs} checkpoints/0/seal`],
  },
  {
    what: 'the log before among the checkpoints',
    forge: ofSuccessor([1, 2, 5, 6]),
    found: [checkpoint(1, 'origin'), checkpoint(2, 'origin'), checkpoint(5, 'first'), checkpoint(5, 'signature')],
    brought: { key: 'second' },
  },
];

export const checkpointCases: TamperCase[] = [...ofNotes, ...ofSeals, ...ofProofs, ...ofAnchors, ...logCases];
