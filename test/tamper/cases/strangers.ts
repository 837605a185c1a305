import { bucketOf } from '../../../libs/checkpoints/index.js';
import { type Envelope, genesis, seal } from '../../../libs/ledger/index.js';
import { type Bundle, exported, sha256 } from '../sample/bundle.js';
import { companyId, licenseId, renewal } from '../sample/entries.js';
import { editJson, type Json, put, type TamperCase } from './forge.js';

const proofs = 'proofs.json';
const letter = '%PDF-1.7 a letter of approval that nobody wrote';
const letterFile = `files/${sha256(letter)}.pdf`;
const key = `${licenseId}/${renewal}/S-7/person-9/mail`;

const strangers = new Map<string, string>();

/** Of no stream of the bundle, and in the bucket of one: anybody finds such a name at once. */
function inBucketOf(stream: string): string {
  const [kind] = stream.split('/');
  const bucket = bucketOf(stream);
  let name = strangers.get(stream);
  for (let number = 0; name === undefined; number += 1) {
    if (bucketOf(`${kind}/${number}`) === bucket) name = `${kind}/${number}`;
  }
  strangers.set(stream, name);
  return name;
}

/** After the newest checkpoint, so that none has to be over it. */
const entriesFor = (stream: string, told: readonly [type: string, data: object][]): Envelope[] =>
  told.map(([type, data], at) => ({
    stream,
    seq: at + 1,
    recordedAt: `2026-11-25T00:00:0${at}.000Z`,
    storedAt: `2026-11-25T00:00:0${at}.001Z`,
    validOn: '2026-11-25',
    actor: { kind: 'person', id: 'person-1' },
    commandId: `command-${at}`,
    type,
    v: 1,
    data,
  }));

/** Puts a stream of somebody's own before the others, with the proof of the bundle's one `beside` whose bucket it is. */
async function putStream(
  { files }: Bundle,
  beside: number,
  file: string,
  told: readonly [type: string, data: object][],
): Promise<string> {
  const { streams } = JSON.parse(String(files.get(proofs))) as Json;
  const bundled = streams.find(({ file }: Json) => file === `streams/${beside}.jsonl`);
  const stream = inBucketOf(bundled.stream);
  put(files, file, await exported(stream, seal(genesis, entriesFor(stream, told))));
  editJson(proofs, (all: Json) => all.streams.unshift({ ...bundled, stream, file }))({ files } as Bundle);
  return stream;
}

const supplied = {
  filingId: 'filing-1',
  requirementId: 'lease',
  materialId: 'material-9',
  version: 2,
  sha256: sha256(letter),
  bytes: letter.length,
  mediaType: 'application/pdf',
  issuedOn: null,
};

async function forgedLetter(bundle: Bundle): Promise<void> {
  const { requirementId, materialId, ...rest } = supplied;
  const stream = await putStream(bundle, 1, 'streams/4.jsonl', [['material-supplied', supplied]]);
  const about = { id: materialId, kind: 'material', about: requirementId, recordedOn: '2026-11-25' };
  const document = { ...about, ...rest, named: [{ stream, seq: 1 }], file: letterFile, omitted: null };
  editJson('documents.json', ({ documents }: Json) => documents.push(document))(bundle);
  put(bundle.files, letterFile, letter);
}

async function forgedMessage(bundle: Bundle): Promise<void> {
  const stream = await putStream(bundle, 2, 'streams/5.jsonl', [['delivery-sent', { key, attempt: 1 }]]);
  const sent = { stream, seq: 1, type: 'delivery-sent', at: '2026-11-25T00:00:00.000Z', attempt: 1, code: null };
  const message = { key, obligationId: renewal, rung: 'S-7', channel: 'mail', to: { person: 'person-9' } };
  const told = { ...message, role: null, due: null, events: [sent], state: 'sent', acknowledged: null };
  editJson('deliveries.json', ({ messages }: Json) => messages.push(told))(bundle);
}

/** By somebody without key and database: what such streams say is about nothing in the bundle. */
export const strangerCases: TamperCase[] = [
  {
    what: 'a stranger’s license that supplied a document',
    forge: forgedLetter,
    found: ['strange-part streams/4.jsonl', '~document documents.json*'],
    brought: { key: 'second', checkpoint: 4 },
  },
  {
    what: 'a stranger’s deliveries that sent a message',
    forge: forgedMessage,
    found: ['strange-part streams/5.jsonl', '~delivery deliveries.json*'],
    brought: { key: 'second', checkpoint: 4 },
  },
  {
    what: 'a stranger’s license that ended a duty',
    forge: async (bundle) => {
      await putStream(bundle, 1, 'streams/4.jsonl', [
        ['license-opened', { companyId }],
        ['filing-submitted', { filingId: 'filing-1', round: 1 }],
      ]);
      editJson('deadlines.json', ({ obligations: [first] }: Json) => {
        first.ended = { how: 'done', on: '2026-11-25', by: { seq: 2, type: 'filing-submitted' } };
      })(bundle);
    },
    found: ['strange-part streams/4.jsonl', '~deadline deadlines.json*'],
    brought: { key: 'second' },
  },
  {
    what: 'a stranger’s company',
    forge: async (bundle) => {
      await putStream(bundle, 3, 'streams/4.jsonl', [['company-registered', { name: null }]]);
    },
    found: ['strange-part streams/4.jsonl'],
    brought: { checkpoint: 4 },
  },
  {
    what: 'a stream under another name than streams have',
    forge: async (bundle) => {
      await putStream(bundle, 3, 'law.jsonl', [['company-registered', { name: null }]]);
    },
    found: ['strange-part law.jsonl'],
  },
];
