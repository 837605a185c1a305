import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCheckpoint, readNote, readRecord } from '../../libs/checkpoints/index.js';
import { genesis, openBody, seal } from '../../libs/ledger/envelope.js';
import { readStream } from '../../libs/ledger/index.js';
import { CheckpointRepository } from '../../libs/persistence/index.js';
import { recordsIn } from '../../libs/sealing/index.js';
import { recordName } from '../../libs/sealing/second-store.js';
import { aStream, SealingWorld } from '../support/sealing-world.js';

jest.setTimeout(60_000);

let world: SealingWorld;
/** What each test begins with. */
let untouched: SealingWorld;
const [one, two] = [aStream(), aStream()];

/** Two streams of six entries under three checkpoints, and one entry after them. */
beforeAll(async () => {
  untouched = await SealingWorld.create();
  for (let count = 0; count < 3; count += 1) await untouched.sealed([one, two], 2);
  await untouched.append(two, 1);
  await untouched.leave();
});
beforeEach(async () => {
  world = await SealingWorld.like(untouched);
});
afterEach(() => world.close());
afterAll(() => untouched.remove());

/** Rewrites a stream so that its chain holds again: what somebody does who knows how it is made. */
async function rewritten(stream: string, change: (data: { seq: number; text: string }) => string): Promise<void> {
  const rows = await readStream(world.source.manager, stream);
  const envelopes = rows.map(({ seq, body }) => openBody(Buffer.from(change({ seq, text: body.toString('utf8') }))));
  for (const { seq, body, prev, hash } of seal(genesis, envelopes)) {
    await world.tamper(
      'update paizhao.ledger_events set body = $3, prev = $4, hash = $5 where stream = $1 and seq = $2',
      [stream, seq, body, prev, hash],
    );
  }
  await world.tamper(
    `update paizhao.ledger_heads h set hash = e.hash from paizhao.ledger_events e
      where h.stream = $1 and e.stream = h.stream and e.seq = h.seq`,
    [stream],
  );
}

const cutTo = (stream: string, seq: number): Promise<void> =>
  world.tamper(
    `delete from paizhao.ledger_events where stream = $1 and seq > ${seq};
     update paizhao.ledger_heads h set seq = e.seq, hash = e.hash, recorded_at = e.recorded_at
       from paizhao.ledger_events e where h.stream = $1 and e.stream = h.stream and e.seq = ${seq}`,
    [stream],
  );

describe('an untouched ledger', () => {
  it('is found whole, with what is younger than its newest checkpoint', async () => {
    expect(await world.audited()).toMatchObject({ checkpoints: 3, entries: 12, unanchored: 1, findings: [] });
  });
});

describe('a superuser with the triggers off', () => {
  it.each([
    [
      'a body',
      `update paizhao.ledger_events set body = convert_to(replace(convert_from(body, 'UTF8'), '1000000', '2000000'), 'UTF8') where stream = $1 and seq = 4`,
      'changed',
      4,
    ],
    ['a hash', `update paizhao.ledger_events set hash = sha256('x') where stream = $1 and seq = 4`, 'changed', 4],
    ['a link', `update paizhao.ledger_events set prev = sha256('x') where stream = $1 and seq = 4`, 'changed', 4],
    [
      'a column',
      `update paizhao.ledger_events set valid_on = '2020-01-01' where stream = $1 and seq = 4`,
      'changed-copy',
      4,
    ],
    ['an entry away', 'delete from paizhao.ledger_events where stream = $1 and seq = 4', 'missing', 4],
  ])('who changes %s is found out, by stream and number', async (_what, sql, kind, seq) => {
    await world.tamper(sql, [one]);
    expect(await world.found()).toEqual([`${kind} ${one} ${seq}`]);
  });

  it('who cuts the newest entries and sets the head back is found out', async () => {
    await cutTo(one, 4);
    expect(await world.found()).toEqual([`missing ${one} 5`, `missing ${one} 6`]);
  });

  it('who removes a whole stream is found out', async () => {
    await world.tamper(
      'delete from paizhao.ledger_events where stream = $1; delete from paizhao.ledger_heads where stream = $1',
      [one],
    );
    expect(await world.found()).toEqual([1, 2, 3, 4, 5, 6].map((seq) => `missing ${one} ${seq}`));
  });

  it('who rewrites a stream from an entry on, chain and all, is found out from that entry on', async () => {
    await rewritten(one, ({ seq, text }) => (seq === 3 ? text.replace('1000000', '2000000') : text));
    expect(await world.found()).toEqual([3, 4, 5, 6].map((seq) => `changed ${one} ${seq}`));
  });

  it('who swaps two streams is found out', async () => {
    await world.tamper(`update paizhao.ledger_events set stream = 'house' where stream = $1`, [one]);
    await world.tamper('update paizhao.ledger_events set stream = $2 where stream = $1 and seq < 7', [two, one]);
    const found = await world.found();
    expect(found).toHaveLength(12);
    expect(found).toEqual(expect.arrayContaining([`changed ${one} 1`, `missing ${two} 6`]));
  });

  it('who changes an entry that no checkpoint seals yet breaks its chain, and it is not sealed', async () => {
    await world.tamper(
      `update paizhao.ledger_events set body = convert_to(replace(convert_from(body, 'UTF8'), '1000000', '2'), 'UTF8') where stream = $1 and seq = 7`,
      [two],
    );
    expect(await world.found()).toEqual([`changed ${two} 7`]);
    await world.append(one, 1);
    expect(await world.sealer().round()).toBe('sealed');
    expect(await world.alarms()).toEqual([`record-broken ${two}`]);
    expect(await world.audited()).toMatchObject({ entries: 13, unanchored: 1 });
  });

  it('who breaks more than one checkpoint can hold does not keep the other streams from being sealed', async () => {
    await world.append(two, 5);
    await world.tamper('delete from paizhao.ledger_events where stream = $1 and seq = 7', [two]);
    await world.append(one, 1);
    const sealer = world.sealer({ pace: { entries: 1, milliseconds: 0, most: 5 } });
    expect(await sealer.round()).toBe('sealed');
    expect(await world.alarms()).toEqual([`record-broken ${two}`]);
    expect(await world.audited()).toMatchObject({ checkpoints: 4, entries: 13 });
  });

  it('who sets back what the database says was sealed of a stream, too, is not signed for', async () => {
    await cutTo(one, 4);
    await world.tamper(
      `update paizhao.sealed_heads s set seq = h.seq, hash = h.hash from paizhao.ledger_heads h
        where h.stream = s.stream and s.stream = $1`,
      [one],
    );
    await world.append(one, 3);
    expect(await world.sealer().round()).toBe('refused');
    expect(await world.alarms()).toEqual(['checkpoint-refused heads-tree']);
  });

  it('who cuts what is sealed, and lets it grow again, is not signed for', async () => {
    await cutTo(one, 4);
    await world.append(one, 3);
    await world.sealer().round();
    expect(await world.alarms()).toEqual([`record-broken ${one}`]);
    expect(await world.found()).toEqual(expect.arrayContaining([`changed ${one} 5`, `changed ${one} 6`]));
  });

  it.each([
    [
      'log',
      `update paizhao.log_tiles set hashes = sha256('x') || substr(hashes, 33) where level = 0`,
      'checkpoint-refused log-tree',
    ],
    ['log', 'delete from paizhao.log_tiles', 'checkpoint-refused log-tree'],
    [
      'heads',
      `update paizhao.heads_tiles set hashes = sha256('x') || substr(hashes, 33) where tier = 3`,
      'checkpoint-refused heads-tree',
    ],
    ['checkpoint', `update paizhao.checkpoints set size = size + 1 where number = 3`, 'checkpoint-refused signature'],
    [
      'checkpoint',
      `update paizhao.checkpoints set note = replace(note, '— ', '— x') where number = 3`,
      'checkpoint-refused signature',
    ],
    [
      'checkpoint',
      `update paizhao.checkpoints set seal = replace(seal, '"number":3', '"number":4') where number = 3`,
      'checkpoint-refused signature',
    ],
  ])('who changes the %s in the database gets no further signature', async (_what, sql, alarm) => {
    await world.tamper(sql);
    expect(await world.sealer({ store: null }).round()).toBe('refused');
    expect(await world.alarms()).toEqual([alarm]);
  });
});

describe('a database that was set back to an old backup', () => {
  /** What a dump of the whole database brings back: every table as it was. */
  const tables = [
    'ledger_events',
    'ledger_heads',
    'checkpoints',
    'sealed_ranges',
    'sealed_heads',
    'log_tiles',
    'heads_tiles',
    'seal_notes',
  ];

  beforeEach(async () => {
    for (const table of tables)
      await world.superuser.query(`create table public.old_${table} as table paizhao.${table}`);
    await world.sealed([one], 2);
    for (const table of tables) {
      const overriding = table === 'seal_notes' ? 'overriding system value' : '';
      await world.tamper(
        `delete from paizhao.${table}; insert into paizhao.${table} ${overriding} select * from public.old_${table}`,
      );
    }
  });

  it('is named with what it lost, and nothing is signed over it', async () => {
    expect(await world.found()).toEqual([`missing ${one} 7`, `missing ${one} 8`, 'database-behind 4']);
    await world.append(two, 1);
    expect(await world.sealer().round()).toBe('refused');
    expect(await world.alarms()).toEqual(['checkpoint-refused database-behind']);
    expect(await world.store.read(5)).toBeNull();
  });
});

describe('a second store', () => {
  it('that says something else than the database stops the signing', async () => {
    const bytes = (await world.store.read(3)) as Buffer;
    await world.store.keep(3, Buffer.from(bytes.toString().replace('"after":4', '"after":5')));
    expect(await world.sealer().round()).toBe('refused');
    expect(await world.alarms()).toEqual(['checkpoint-refused store-differs']);
  });

  it.each([
    ['a leaf', (text: string) => text.replace(/"leaves":"./, '"leaves":"!')],
    ['a signature', (text: string) => text.replace(/.(?==\\n"\})/, '!')],
    [
      'the number',
      (text: string) => text.replace('"number\\":2', '"number\\":3').replace('number\\":2', 'number\\":3'),
    ],
    ['its end', (text: string) => text.slice(0, -40)],
  ])('in which %s was changed is named', async (_what, change) => {
    const text = ((await world.store.read(2)) as Buffer).toString('utf8');
    expect(change(text)).not.toBe(text);
    await world.store.keep(2, Buffer.from(change(text)));
    expect(await world.found()).toEqual(expect.arrayContaining(['checkpoint 2']));
  });

  it('that was cut does not have the checkpoint that an auditor was sent', async () => {
    const { note } = readRecord((await world.store.read(3)) as Buffer);
    const known = [readCheckpoint(readNote(note).text)];
    expect(await world.found({ known })).toEqual([]);
    await rm(join(world.folder, recordName(3).slice(0, 2), recordName(3)));
    expect(await world.found({ known })).toEqual(['checkpoint']);
  });

  it('of which there is an older copy vouches as far as that goes: what came after is younger, and no fault', async () => {
    const read = async (number: number) => (number <= 2 ? world.store.read(number) : null);
    const { checkpoint } = readRecord((await world.store.read(2)) as Buffer);
    expect(await world.audited({ read, known: [checkpoint] })).toMatchObject({
      ...{ checkpoints: 2, entries: 8, unanchored: 5, findings: [] },
    });
    await cutTo(two, 3);
    expect(await world.found({ read })).toEqual([`missing ${two} 4`]);
  });

  it('is not needed where the database alone was not touched', async () => {
    const read = recordsIn(new CheckpointRepository(world.source.manager));
    expect(await world.found({ read })).toEqual([]);
    await world.tamper('delete from paizhao.sealed_ranges where stream = $1', [two]);
    expect(await world.found({ read })).toEqual(expect.arrayContaining(['checkpoint 1']));
  });
});
