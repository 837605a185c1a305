import { anExplanation, type Bundle, sha256 } from '../sample/bundle.js';
import { documents, license } from '../sample/entries.js';
import { editJson, editText, type Json, otherDigit, put, type TamperCase } from './forge.js';

const [pack, calendar] = ['law/packs/cn-vats-current@2.json', 'law/calendars/cn-2026.2.json'] as const;
const [deadlines, deliveries, about, manifest] = [
  'deadlines.json',
  'deliveries.json',
  'documents.json',
  'manifest.json',
] as const;
const fileOf = (at: number): string => `files/${documents[at]?.sha256}.pdf`;

const without =
  (name: string) =>
  ({ files }: Bundle): void => {
    if (!files.delete(name)) throw new Error(`the sample has no ${name}`);
  };

/** What says so where the manifest does not name a part any more. */
const ofMissing: TamperCase[] = [
  { what: 'the manifest missing', forge: without(manifest), found: [`missing-part ${manifest}`], ofManifest: true },
  { what: 'the license’s stream missing', forge: without('streams/1.jsonl'), found: ['missing-part streams/1.jsonl'] },
  { what: 'a stream missing', forge: without('streams/2.jsonl'), found: ['missing-part streams/2.jsonl'] },
  { what: 'the proofs missing', forge: without('proofs.json'), found: ['missing-part proofs.json'] },
  {
    what: 'a pack missing',
    forge: without(pack),
    found: [`~missing-part ${pack}`, `~deadline ${deadlines} explanations/0`],
  },
  {
    what: 'a calendar missing',
    forge: without(calendar),
    found: [`~missing-part ${calendar}`, `~deadline ${deadlines} explanations/0`],
  },
  { what: 'documents.json missing', forge: without(about), found: [`missing-part ${about}`] },
  { what: 'deadlines.json missing', forge: without(deadlines), found: [`missing-part ${deadlines}`] },
  { what: 'deliveries.json missing', forge: without(deliveries), found: [`missing-part ${deliveries}`] },
  { what: 'a document missing', forge: without(fileOf(0)), found: [`~missing-part ${fileOf(0)}`] },
  { what: 'the report missing, which proves nothing', forge: without('report.en.html'), found: [] },
];

const ofStrange: TamperCase[] = [
  {
    what: 'a stream too many',
    forge: ({ files }) => put(files, 'streams/9.jsonl', files.get('streams/3.jsonl') as Buffer),
    found: ['strange-part streams/9.jsonl'],
  },
  {
    what: 'a document too many',
    forge: ({ files }) => put(files, `files/${'ab'.repeat(32)}.pdf`, 'trust me'),
    found: [`~strange-part files/${'ab'.repeat(32)}.pdf`],
  },
  {
    what: 'law that nothing names',
    forge: ({ files }) => put(files, 'law/packs/own@1.json', '{"id":"own@1"}'),
    found: ['~law law/packs/own@1.json'],
  },
  { what: 'a note that the manifest names', forge: ({ files }) => put(files, 'note.txt', 'trust me'), found: [] },
];

const ofLaw: TamperCase[] = [
  {
    what: 'a limit in a pack',
    forge: editText(pack, (text) => text.replace('"length":5', '"length":6')),
    found: [`~law ${pack} sha256`, `~law ${deadlines} law/packs/0/sha256`],
  },
  {
    what: 'a limit in a pack, and its hash in deadlines.json',
    forge: (bundle) => {
      editText(pack, (text) => text.replace('"length":5', '"length":6'))(bundle);
      rehash(bundle, 'packs', pack);
    },
    found: [`~law ${pack} sha256`],
  },
  {
    what: 'a holiday in a calendar, and its hash in deadlines.json',
    forge: (bundle) => {
      editText(calendar, (text) => text.replace('2026-10-01', '2026-10-09'))(bundle);
      rehash(bundle, 'calendars', calendar);
    },
    found: [`~law ${calendar} sha256`],
  },
  {
    what: 'another calendar under the name of one',
    forge: editJson(calendar, (value: Json) => (value.id = 'cn-2026.1')),
    found: [`~law ${calendar} id`, `~law ${deadlines} law/calendars/0/sha256`],
  },
  {
    what: 'white space in a pack',
    forge: ({ files }) => put(files, pack, `${files.get(pack)} `),
    found: [`~form ${pack} canonical`, '~law*'],
  },
];

function rehash({ files }: Bundle, kind: 'packs' | 'calendars', name: string): void {
  editJson(
    deadlines,
    (value: Json) => (value.law[kind][0].sha256 = sha256(files.get(name) as Buffer)),
  )({ files } as Bundle);
}

const ofDeadlines: TamperCase[] = [
  {
    what: 'the date of a deadline',
    forge: explained((value) => (value.date = '2026-03-20')),
    found: [`~deadline ${deadlines} explanations/0/*`, `~deadline ${deadlines} 9 explanations`],
  },
  {
    what: 'the date of a reading',
    forge: explained((value) => (value.readings[0].date = '2026-03-20')),
    found: [`~deadline ${deadlines} explanations/0/*`],
  },
  {
    what: 'the start of a count',
    forge: explained((value) => (value.readings[0].start.value = '2021-03-16')),
    found: [`~deadline ${deadlines} explanations/0/*`],
  },
  {
    what: 'a deadline without a proof',
    forge: explained((value) => (value.readings = [])),
    found: [`~deadline ${deadlines} explanations/0`],
  },
  {
    what: 'law that is not there, in a proof',
    forge: explained((value) => (value.pack = 'cn-vats-current@9')),
    found: [`~deadline ${deadlines} explanations/0`],
  },
  {
    what: 'an entry that is not there, in a proof',
    forge: editJson(deadlines, (value: Json) => (value.explanations[0].since.seq = 77)),
    found: [`~deadline ${deadlines} 77 explanations/0/since`, `~deadline ${deadlines} 9 explanations`],
  },
  {
    what: 'the day on which a date was computed',
    forge: editJson(deadlines, (value: Json) => (value.explanations[0].since.day = '1999-01-01')),
    found: [`~deadline ${deadlines} 7 explanations/0/since/day`],
  },
  {
    what: 'how long a limit is, and all that follows from it',
    forge: editJson(deadlines, (value: Json) => (value.explanations[0].explanation = anExplanation(30))),
    found: [
      `~deadline ${deadlines} explanations/0/readings/0/count`,
      `~deadline ${deadlines} explanations/0/readings/1/count`,
      `~deadline ${deadlines} 9 explanations`,
    ],
  },
  {
    what: 'how often a count was interrupted',
    forge: explained((value) => (value.readings[0].pausedDays = 1)),
    found: [
      `~deadline ${deadlines} explanations/0/readings[0].pausedDays`,
      `~deadline ${deadlines} explanations/0/readings/0/pausedDays`,
    ],
  },
  {
    what: 'a reason that is none, by a word of the language that verifies',
    forge: explained((value) => (value.safeDay.steps[0].reason.code = 'constructor')),
    found: [`~deadline ${deadlines} explanations/0/*`],
  },
  {
    what: 'the proof of another date in the place of one',
    forge: explained((value) => {
      value.subject = 'validity';
      value.readings[0].rule.id = 'limit.validity';
    }),
    found: ['subject', 'rule', 'readings/0/rule'].map((field) => `~deadline ${deadlines} explanations/0/${field}`),
  },
  {
    what: 'whose duty a proof is about',
    forge: explained((value) => (value.duty = 'right')),
    found: [`~deadline ${deadlines} explanations/0/duty`, `~deadline ${deadlines} explanations/0/*`],
  },
  {
    what: 'the calendar of a proof',
    forge: explained((value) => (value.calendar.id = 'cn-2026.1')),
    found: [`~deadline ${deadlines} explanations/0`, `~deadline ${deadlines} 7 explanations/0/calendar`],
  },
  {
    what: 'all proofs away',
    forge: editJson(deadlines, (value: Json) => (value.explanations = [])),
    found: [`~deadline ${deadlines} 9 explanations`],
  },
  {
    what: 'all duties away',
    forge: editJson(deadlines, (value: Json) => {
      value.obligations = [];
      value.explanations = [];
    }),
    found: [`~deadline ${deadlines} 9 obligations`],
  },
  {
    what: 'the duty of a proof away',
    forge: editJson(deadlines, (value: Json) => value.obligations.shift()),
    found: [`~deadline ${deadlines} explanations/0/obligation`, `~deadline ${deadlines} 9 obligations`],
  },
  {
    what: 'a duty twice',
    forge: editJson(deadlines, (value: Json) => value.obligations.push(value.obligations[1])),
    found: [`~deadline ${deadlines} obligations/2/id`],
  },
  duty('the kind of a duty', (value) => (value.kind = 'renewal'), ['id']),
  duty('the year of a duty', (value) => (value.period = '2027'), ['id']),
  duty('whose a duty is', (value) => (value.duty = 'authority'), ['duty']),
  duty('the filing of a duty', (value) => (value.filingId = 'filing-9'), ['filingId']),
  {
    what: 'the day from which a duty is open',
    forge: editJson(deadlines, (value: Json) => (value.obligations[1].openedOn = '2001-01-01')),
    found: [`~deadline ${deadlines} 7 obligations/1/openedOn`],
  },
  {
    what: 'how and when a duty ended',
    forge: editJson(deadlines, (value: Json) =>
      Object.assign(value.obligations[1].ended, { how: 'waived', on: '2026-01-01' }),
    ),
    found: ['how', 'on'].map((field) => `~deadline ${deadlines} 8 obligations/1/ended/${field}`),
  },
  {
    what: 'the day on which a duty lapsed, by nothing',
    forge: editJson(
      deadlines,
      (value: Json) => (value.obligations[0].ended = { how: 'lapsed', on: '2027-12-15', by: null }),
    ),
    found: [`~deadline ${deadlines} obligations/0/ended/on`],
  },
  {
    what: 'the act that ended a duty',
    forge: editJson(deadlines, (value: Json) => (value.obligations[1].ended.by.type = 'permit-issued')),
    found: [`~deadline ${deadlines} 8 obligations/1/ended`],
  },
];

/** Of the second duty of the sample. */
function duty(what: string, edit: (obligation: Json) => void, fields: string[]): TamperCase {
  return {
    what,
    forge: editJson(deadlines, (value: Json) => edit(value.obligations[1])),
    found: fields.map((field) => `~deadline ${deadlines} obligations/1/${field}`),
  };
}

function explained(edit: (explanation: Json) => void) {
  return editJson(deadlines, (value: Json) => edit(value.explanations[0].explanation));
}

const ofDocuments: TamperCase[] = [
  {
    what: 'the hash of a document',
    forge: editJson(about, ({ documents: all }: Json) => (all[2].sha256 = otherDigit(all[2].sha256))),
    found: [`~document ${about} 8 documents/2/sha256`, `~document ${about} documents/2/file`],
  },
  {
    what: 'a document that is not told of',
    forge: (bundle) => {
      editJson(about, ({ documents: all }: Json) => all.pop())(bundle);
      without(fileOf(2))(bundle);
    },
    found: [`~document ${about} 8 documents`],
  },
  {
    what: 'a document that no entry names',
    forge: editJson(about, ({ documents: all }: Json) => (all[2].named = [])),
    found: [`~document ${about} documents/2/named`, `~document ${about} 8 documents`],
  },
  {
    what: 'the bytes of a document',
    forge: ({ files }) => put(files, fileOf(1), '%PDF-1.7 another lease'),
    found: [`~document ${fileOf(1)} sha256`],
  },
  {
    what: 'the hash of a pack of materials',
    forge: editJson(about, ({ packs }: Json) => (packs[0].packHash = otherDigit(packs[0].packHash))),
    found: [`~document ${about} packs/0/packHash`],
  },
  {
    what: 'a material of a pack',
    forge: editJson(about, ({ packs }: Json) => (packs[0].materials[0][2] = 2)),
    found: [`~document ${about} packs/0/packHash`],
  },
  {
    what: 'a pack that is not told of',
    forge: editJson(about, (all: Json) => (all.packs = [])),
    found: [`~document ${about} 5 packs`],
  },
  {
    what: 'a pack twice',
    forge: editJson(about, ({ packs }: Json) => packs.push(packs[0])),
    found: [`~document ${about} 5 packs`],
  },
  ...Object.entries({ submitted: [], filingId: 'filing-9' }).map(([field, value]) => ({
    what: `${field} of a pack`,
    forge: editJson(about, ({ packs }: Json) => (packs[0][field] = value)),
    found: [`~document ${about} 5 packs/0/${field}`],
  })),
  ...Object.entries({
    kind: 'scan',
    filingId: 'filing-9',
    about: 'nothing',
    version: 9,
    bytes: 1,
    mediaType: 'image/png',
    issuedOn: '1999-01-01',
    recordedOn: '2001-01-01',
    note: 'trust me',
  }).map(([field, value]) => ({
    what: `${field} of a document`,
    forge: editJson(about, ({ documents: all }: Json) => (all[0][field] = value)),
    found: [`~document ${about} 3 documents/0/${field}`],
  })),
  {
    what: 'a sign-off of a document that is not told of',
    forge: editJson(about, ({ documents: all }: Json) => all[0].named.pop()),
    found: [`~document ${about} 3 documents/0/named`],
  },
  {
    what: 'a document left out as if it were of other days',
    forge: (bundle) => {
      editJson(about, ({ documents: all }: Json) => Object.assign(all[2], { file: null, omitted: 'outside-period' }))(
        bundle,
      );
      without(fileOf(2))(bundle);
    },
    found: [`~document ${about} documents/2/omitted`],
  },
  {
    what: 'a document left out as if it were erased',
    forge: (bundle) => {
      editJson(about, ({ documents: all }: Json) => Object.assign(all[2], { file: null, omitted: 'erased' }))(bundle);
      without(fileOf(2))(bundle);
    },
    found: [`~document ${about} documents/2/omitted`],
  },
];

const ofDeliveries: TamperCase[] = [
  {
    what: 'what became of a message',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[1].events[1].type = 'delivery-sent')),
    found: [`~delivery ${deliveries} 4 messages/1/events/1/type`],
  },
  {
    what: 'when a message was sent',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[0].events[1].at = '2026-11-20T00:00:00.000Z')),
    found: [`~delivery ${deliveries} 2 messages/0/events/1/at`],
  },
  {
    what: 'an attempt that is not told',
    forge: editJson(deliveries, ({ messages }: Json) => messages[1].events.splice(1, 1)),
    found: [`~delivery ${deliveries} 4 messages`],
  },
  {
    what: 'an event that never was',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[0].events[1].seq = 50)),
    found: [`~delivery ${deliveries} 50 messages/0/events/1`, `~delivery ${deliveries} 2 messages`],
  },
  {
    what: 'what the other side answered',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[0].events[1].code = '550')),
    found: [`~delivery ${deliveries} 2 messages/0/events/1/code`],
  },
  {
    what: 'the number of an attempt',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[0].events[1].attempt = 2)),
    found: [`~delivery ${deliveries} 2 messages/0/events/1/attempt`],
  },
  ...Object.entries({
    obligationId: 'renewal:2',
    rung: 'S-60',
    channel: 'wecom',
    to: { person: 'person-9' },
    role: 'deputy',
    due: null,
    state: 'failed',
    acknowledged: {
      stream: license,
      seq: 9,
      by: { kind: 'person', id: 'person-1' },
      at: '2026-11-24T00:00:08.000Z',
    },
  }).map(([field, value]) => ({
    what: `${field} of a message`,
    forge: editJson(deliveries, ({ messages }: Json) => (messages[0][field] = value)),
    found: [`~delivery ${deliveries} messages/0/${field}`],
  })),
  {
    what: 'a message that is not told of',
    forge: editJson(deliveries, ({ messages }: Json) => messages.pop()),
    found: [`~delivery ${deliveries} 3 messages`],
  },
  {
    what: 'a message by what is no text',
    forge: editJson(deliveries, ({ messages }: Json) => (messages[1].key = { toString: 1, valueOf: 1 })),
    found: [`~delivery ${deliveries} messages/1/key`, `~delivery ${deliveries} 3 messages`],
  },
  {
    what: 'a member more by the name of what all objects have',
    forge: editText(deliveries, (text) =>
      text.replace('{"acknowledged":null,', '{"__proto__":{},"acknowledged":null,'),
    ),
    found: [`~delivery ${deliveries} messages/0/__proto__`],
  },
  {
    what: 'a message twice',
    forge: editJson(deliveries, ({ messages }: Json) => messages.push(messages[0])),
    found: [`~delivery ${deliveries} messages/2/key`],
  },
  {
    what: 'a message that never was',
    forge: editJson(deliveries, ({ messages }: Json) =>
      messages.push({ ...messages[0], key: `${messages[0].key}-9`, events: [] }),
    ),
    found: [`~delivery ${deliveries} messages/2/key`],
  },
];

const ofManifest: TamperCase[] = [
  {
    what: 'the format in the manifest',
    forge: editJson(manifest, (value: Json) => (value.format = 'audit')),
    found: [`form ${manifest} format`],
    ofManifest: true,
  },
  {
    what: 'the version in the manifest',
    forge: editJson(manifest, (value: Json) => (value.v = 2)),
    found: [`form ${manifest} v`],
    ofManifest: true,
  },
  {
    what: 'the list of files away from the manifest',
    forge: editJson(manifest, (value: Json) => delete value.files),
    found: [`form ${manifest} files`],
    ofManifest: true,
  },
  {
    what: 'a file twice in the manifest',
    forge: editJson(manifest, (value: Json) => value.files.push(value.files[0])),
    found: [`form ${manifest} files`],
    ofManifest: true,
  },
  {
    what: 'no hash in the manifest',
    forge: editJson(manifest, (value: Json) => (value.files[0].sha256 = 'none')),
    found: [`form ${manifest} files`],
    ofManifest: true,
  },
  {
    what: 'another hash in the manifest',
    forge: editJson(manifest, (value: Json) => (value.files[0].sha256 = otherDigit(value.files[0].sha256))),
    found: ['changed-part streams/1.jsonl'],
    ofManifest: true,
  },
  {
    what: 'a file less in the manifest',
    forge: editJson(manifest, (value: Json) => value.files.pop()),
    found: ['strange-part report.en.html'],
    ofManifest: true,
  },
  {
    what: 'a file more in the manifest',
    forge: editJson(manifest, (value: Json) => value.files.push({ name: 'note.txt', sha256: 'ab'.repeat(32) })),
    found: ['missing-part note.txt'],
    ofManifest: true,
  },
  {
    what: 'two lists of files in the manifest',
    forge: editText(manifest, (text) => text.replace('"files":', '"files":[],"files":')),
    found: [`form ${manifest} canonical`],
    ofManifest: true,
  },
  ...['License', 'note2'].map((name) => ({
    what: `a member ${name} in the manifest`,
    forge: editJson(manifest, (value: Json) => (value[name] = 'x')),
    found: [`form ${manifest} ${name}`],
    ofManifest: true as const,
  })),
  {
    what: 'Files in the place of files in the manifest',
    forge: editJson(manifest, (value: Json) => {
      value.Files = value.files;
      delete value.files;
    }),
    found: [`form ${manifest} Files`],
    ofManifest: true,
  },
  {
    what: 'a hash in a list in the manifest',
    forge: editJson(manifest, (value: Json) => (value.files[0].sha256 = [value.files[0].sha256])),
    found: [`form ${manifest} files`],
    ofManifest: true,
  },
  {
    what: 'the license in the manifest',
    forge: editJson(manifest, (value: Json) => (value.license = '0b24c0de-0000-5000-8000-000000000002')),
    found: [
      'missing-part proofs.json',
      `~form ${about} license`,
      `~form ${deadlines} license`,
      `~form ${deliveries} license`,
      '~*',
    ],
    ofManifest: true,
  },
  {
    what: 'the day it was made in the manifest',
    forge: editJson(manifest, (value: Json) => (value.createdAt = '2026-11-28T00:00:00.000Z')),
    found: [1, 2, 3].map((n) => `form streams/${n}.jsonl exportedAt`),
    ofManifest: true,
  },
  {
    what: 'the days in the manifest',
    forge: editJson(manifest, (value: Json) => (value.to = '2026-12-31')),
    found: [`~form ${deadlines} to`, `~form ${deliveries} to`],
    ofManifest: true,
  },
  {
    what: 'simulated time in the manifest',
    forge: editJson(manifest, (value: Json) => (value.simulated = true)),
    found: [1, 2, 3].map((n) => `form streams/${n}.jsonl simulated`),
    ofManifest: true,
  },
  {
    what: 'white space in the manifest',
    forge: ({ files }) => put(files, manifest, `${files.get(manifest)}\n`),
    found: [`form ${manifest} canonical`],
    ofManifest: true,
  },
  {
    what: 'no JSON for a manifest',
    forge: ({ files }) => put(files, manifest, 'trust me'),
    found: [`form ${manifest}`],
    ofManifest: true,
  },
];

export const partCases: TamperCase[] = [
  ...ofMissing,
  ...ofStrange,
  ...ofLaw,
  ...ofDeadlines,
  ...ofDocuments,
  ...ofDeliveries,
  ...ofManifest,
];
