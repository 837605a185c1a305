import { randomUUID } from 'node:crypto';
import pg from 'pg';
import {
  append,
  type LockedHead,
  lockHead,
  type NewEntry,
  place,
  readHead,
  readStream,
  readWholeStream,
} from '../../libs/ledger/append.js';
import { canonicalBytes } from '../../libs/ledger/canonicalize.js';
import { type Envelope, entryHash, genesis, seal } from '../../libs/ledger/envelope.js';
import { exportLines, verifyExport } from '../../libs/ledger/export.js';
import { houseStream } from '../../libs/ledger/streams.js';
import { ChainWalk, verifyChain } from '../../libs/ledger/verify.js';
import { type TestDatabase, testDatabase } from '../support/stack.js';

let database: TestDatabase;
let app: pg.Client;
let superuser: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  app = new pg.Client({ connectionString: database.appUrl });
  superuser = new pg.Client({ connectionString: database.url });
  await Promise.all([app.connect(), superuser.connect()]);
});

afterAll(async () => {
  await Promise.all([app.end(), superuser.end()]);
  await database.drop();
});

const now = '2026-11-22T01:02:03.004Z';

const anEntry = (entry: Partial<NewEntry> = {}): NewEntry => ({
  validOn: '2026-11-20',
  actor: { kind: 'person', id: randomUUID() },
  commandId: randomUUID(),
  type: 'people-assigned',
  v: 1,
  data: { text: '牌照', amount: 1_000_000 },
  ...entry,
});

const sqlOf = (client: pg.Client) => ({
  query: async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows,
});

/** Runs in one transaction of the product's role. */
async function transaction<T>(work: (sql: ReturnType<typeof sqlOf>) => Promise<T>, client = app): Promise<T> {
  await client.query('begin');
  try {
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const aStream = (): string => `license/${randomUUID()}`;

const appended = (stream: string, entries: NewEntry[], at = now): Promise<Envelope[]> =>
  transaction(async (sql) => append(sql, stream, await lockHead(sql, stream), at, entries));

/** Appends through the function what no honest caller would. */
const forged = (
  stream: string,
  forge: (
    head: LockedHead,
    envelopes: Envelope[],
  ) => { seq?: number; prev?: Buffer; bodies?: Buffer[]; hashes?: Buffer[] },
) =>
  transaction(async (sql) => {
    const head = await lockHead(sql, stream);
    const envelopes = place(stream, head, now, [anEntry()]);
    const honest = seal(head.hash, envelopes);
    const call = {
      seq: head.seq,
      prev: head.hash,
      bodies: honest.map(({ body }) => body),
      hashes: honest.map(({ hash }) => hash),
      ...forge(head, envelopes),
    };
    await sql.query('select paizhao.ledger_append($1, $2, $3, $4, $5)', [
      stream,
      call.seq,
      call.prev,
      call.bodies,
      call.hashes,
    ]);
  });

/** A changed envelope with the right hash of its own. */
const resealed = (head: LockedHead, envelope: Envelope) => {
  const body = canonicalBytes(envelope);
  return { bodies: [body], hashes: [entryHash(head.hash, body)] };
};

describe('append', () => {
  it('begins a stream and goes on with it, several entries at once', async () => {
    const stream = aStream();
    await appended(stream, [anEntry({ type: 'license-opened' })]);
    await appended(stream, [anEntry(), anEntry()], '2026-11-22T01:02:04.000Z');
    const rows = await readStream(sqlOf(app), stream);
    expect(rows.map(({ seq, copies }) => [seq, copies.type])).toEqual([
      [1, 'license-opened'],
      [2, 'people-assigned'],
      [3, 'people-assigned'],
    ]);
    expect(verifyChain(stream, rows)).toMatchObject({ checked: 3, findings: [] });
    expect(await readHead(sqlOf(app), stream)).toEqual({
      seq: 3,
      hash: rows[2]?.hash,
      recordedAt: '2026-11-22T01:02:04.000Z',
    });
  });

  it('never records before the newest entry, and stores by the database’s clock', async () => {
    const stream = aStream();
    await appended(stream, [anEntry()], '2031-01-01T00:00:00.000Z');
    const [envelope] = await appended(stream, [anEntry()], now);
    expect(envelope?.recordedAt).toBe('2031-01-01T00:00:00.000Z');
    expect(Math.abs(Date.parse(envelope?.storedAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('leaves nothing of a transaction that is rolled back', async () => {
    const stream = aStream();
    const lost = transaction(async (sql) => {
      await append(sql, stream, await lockHead(sql, stream), now, [anEntry()]);
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    expect(await readHead(sqlOf(app), stream)).toBeNull();
    expect(await readStream(sqlOf(app), stream)).toEqual([]);
  });

  it('lets writers of one stream wait for one another, from its first entry on', async () => {
    const stream = aStream();
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client({ connectionString: database.appUrl });
        await client.connect();
        return client;
      }),
    );
    await Promise.all(
      clients.map((client) =>
        transaction(
          async (sql) =>
            append(sql, stream, await lockHead(sql, stream), new Date().toISOString(), [anEntry(), anEntry()]),
          client,
        ),
      ),
    );
    await Promise.all(clients.map((client) => client.end()));
    const rows = await readStream(sqlOf(app), stream);
    expect(verifyChain(stream, rows)).toMatchObject({ checked: 16, findings: [] });
  });

  it.each<[string, string, Parameters<typeof forged>[1]]>([
    ['a number that is not the next one', 'PZ001', (head) => ({ seq: head.seq + 1 })],
    ['a link to another entry', 'PZ002', () => ({ prev: Buffer.alloc(32, 9) })],
    ['a hash of another body', 'PZ002', () => ({ hashes: [Buffer.alloc(32, 9)] })],
    [
      'a body that was changed after hashing',
      'PZ002',
      (_, [envelope]) => ({ bodies: [canonicalBytes({ ...envelope, v: 2 })] }),
    ],
    ['no entry at all', 'PZ003', () => ({ bodies: [], hashes: [] })],
    ['fewer hashes than bodies', 'PZ003', () => ({ hashes: [] })],
    [
      'an entry of another stream',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), stream: 'house' }),
    ],
    [
      'an entry of another number',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), seq: 7 }),
    ],
    [
      'a number written as text',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), seq: '2' as never }),
    ],
    [
      'an entry recorded before its predecessor',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), recordedAt: '2020-01-01T00:00:00.000Z' }),
    ],
    [
      'a time that is not in UTC',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), recordedAt: '2030-01-01T08:00:00.000+08:00' }),
    ],
    [
      'a date in another form',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), validOn: '2026-1-2' }),
    ],
    [
      'a stored time from somewhere else',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), storedAt: '2026-01-01T00:00:00.000Z' }),
    ],
    [
      'a stored time that is still to come',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), storedAt: '2099-01-01T00:00:00.000Z' }),
    ],
    [
      'an envelope with a member too many',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), note: 'x' } as Envelope),
    ],
    [
      'an envelope without its actor',
      'PZ003',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), actor: undefined as never }),
    ],
    [
      'an actor without an id',
      '23502',
      (head, [envelope]) => resealed(head, { ...(envelope as Envelope), actor: { kind: 'person' } as never }),
    ],
  ])('refuses %s', async (_what, code, forge) => {
    const stream = aStream();
    await appended(stream, [anEntry()]);
    await expect(forged(stream, forge)).rejects.toMatchObject({ code });
    expect((await readStream(sqlOf(app), stream)).map(({ seq }) => seq)).toEqual([1]);
  });

  it('takes an honest entry by the same way as the forged ones', async () => {
    const stream = aStream();
    await appended(stream, [anEntry()]);
    await forged(stream, () => ({}));
    expect(verifyChain(stream, await readStream(sqlOf(app), stream))).toMatchObject({ checked: 2, findings: [] });
  });
});

describe('the ledger’s guards', () => {
  const stream = 'license/0b24c0de-0000-5000-8000-00000000000a';
  beforeAll(() => appended(stream, [anEntry(), anEntry()]));

  const attempts = [
    `update paizhao.ledger_events set type = 'x' where stream = '${stream}'`,
    `update paizhao.ledger_events set type = 'x' where false`,
    `delete from paizhao.ledger_events where stream = '${stream}'`,
    'truncate paizhao.ledger_events',
    'truncate paizhao.ledger_heads',
    'truncate paizhao.ledger_events, paizhao.ledger_heads cascade',
    `delete from paizhao.ledger_heads where stream = '${stream}'`,
    `update paizhao.ledger_heads set seq = 1 where stream = '${stream}'`,
    `update paizhao.ledger_heads set seq = 3 where stream = '${stream}'`,
    `update paizhao.ledger_heads set stream = 'house' where stream = '${stream}'`,
    `update paizhao.ledger_heads set hash = decode(repeat('00', 32), 'hex') where stream = '${stream}'`,
    `insert into paizhao.ledger_heads values ('license/x', 1, decode(repeat('00', 32), 'hex'), now())`,
  ];

  it.each(attempts)('refuse the product’s role: %s', async (attempt) => {
    await expect(app.query(attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(attempts)('refuse the owner: %s', async (attempt) => {
    await superuser.query('set role paizhao_ledger');
    try {
      await expect(superuser.query(attempt)).rejects.toMatchObject({ code: 'PZ004' });
    } finally {
      await superuser.query('reset role');
    }
  });

  it.each(attempts)('refuse the superuser too, as long as triggers run: %s', async (attempt) => {
    await expect(superuser.query(attempt)).rejects.toMatchObject({ code: 'PZ004' });
  });

  it.each([
    `insert into paizhao.ledger_events select * from paizhao.ledger_events limit 0`,
    'alter table paizhao.ledger_events disable trigger all',
    'drop table paizhao.ledger_events',
    'drop trigger ledger_events_append_only on paizhao.ledger_events',
    'create or replace function paizhao.ledger_is_append_only() returns trigger language plpgsql as $$ begin return null; end $$',
    'set role paizhao_ledger',
    'set session_replication_role = replica',
    'create table paizhao.mine (a integer)',
  ])('give the product’s role no other way: %s', async (attempt) => {
    await expect(app.query(attempt)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be led astray by a function of the same name in the caller’s path', async () => {
    await app.query(
      `create function pg_temp.sha256(bytea) returns bytea language sql as $$ select decode(repeat('00', 32), 'hex') $$`,
    );
    await app.query('set search_path = pg_temp, pg_catalog');
    try {
      const forgery = forged(stream, () => ({ hashes: [Buffer.alloc(32)] }));
      await expect(forgery).rejects.toMatchObject({ code: 'PZ002' });
    } finally {
      await app.query('reset search_path');
    }
  });

  it('nobody can log in as the owner', async () => {
    const { rows } = await superuser.query(
      `select rolcanlogin, rolsuper from pg_roles where rolname = 'paizhao_ledger'`,
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolsuper: false }]);
  });
});

describe('verification', () => {
  /** Changes rows behind the product's back, as only a superuser with the triggers off can. */
  const tampered = async (sql: string, parameters: unknown[]): Promise<void> => {
    await superuser.query('begin');
    await superuser.query('set local session_replication_role = replica');
    await superuser.query(sql, parameters);
    await superuser.query('commit');
  };

  const verified = async (stream: string) => {
    const walk = new ChainWalk(stream);
    for await (const row of readWholeStream(sqlOf(app), stream, 0, 3)) walk.next(row);
    return walk.result();
  };

  const aLedger = async (): Promise<string> => {
    const stream = aStream();
    await appended(
      stream,
      Array.from({ length: 7 }, () => anEntry()),
    );
    return stream;
  };

  it('walks the stream page by page and finds nothing', async () => {
    expect(await verified(await aLedger())).toMatchObject({ checked: 7, findings: [] });
  });

  it.each([
    [
      'a changed body',
      `update paizhao.ledger_events set body = convert_to(replace(convert_from(body, 'UTF8'), '1000000', '2000000'), 'UTF8') where stream = $1 and seq = 4`,
      [[4, 'changed-body']],
    ],
    [
      'a changed column',
      `update paizhao.ledger_events set valid_on = '2020-01-01' where stream = $1 and seq = 5`,
      [[5, 'changed-copy']],
    ],
    ['a removed row', 'delete from paizhao.ledger_events where stream = $1 and seq = 3', [[3, 'gap']]],
    [
      'another link',
      `update paizhao.ledger_events set prev = sha256('x') where stream = $1 and seq = 6`,
      [
        [6, 'broken-link'],
        [6, 'changed-body'],
      ],
    ],
  ])('names %s', async (_what, sql, expected) => {
    const stream = await aLedger();
    await tampered(sql, [stream]);
    const { findings } = await verified(stream);
    expect(findings.map(({ seq, kind }) => [seq, kind])).toEqual(expected);
  });

  it('names the tampered row from the export alone', async () => {
    const stream = await aLedger();
    await tampered(
      `update paizhao.ledger_events set body = convert_to(replace(convert_from(body, 'UTF8'), '2026-11-20', '2026-11-21'), 'UTF8') where stream = $1 and seq = 2`,
      [stream],
    );
    let text = '';
    for await (const line of exportLines(
      { stream, exportedAt: now, simulated: true },
      readWholeStream(sqlOf(app), stream),
    ))
      text += line;
    expect(verifyExport(text)).toMatchObject({
      header: { simulated: true },
      findings: [{ stream, seq: 2, kind: 'changed-body' }],
    });
  });

  it('begins every stream at the same place', () => {
    expect(genesis.equals(Buffer.alloc(32))).toBe(true);
  });
});

describe('an act of two persons', () => {
  const [one, two] = [randomUUID(), randomUUID()];
  const by = (id: string): NewEntry['actor'] => ({ kind: 'person', id });

  const waiver: Row = {
    proposal: { type: 'waiver-proposed', data: { obligationId: 'renewal:2' } },
    act: { type: 'obligation-waived', data: { obligationId: 'renewal:2', proposedBy: one } },
  };
  const correction: Row = {
    proposal: { type: 'entry-correction-proposed', data: { seq: 7, member: 'acceptedOn' } },
    act: { type: 'entry-corrected', data: { seq: 7, changes: [], proposedBy: one } },
  };
  const pack: Row = {
    proposal: { type: 'material-supplied', data: { filingId: 'new-1', materialId: 'm1' } },
    act: { type: 'pack-signed-off', data: { filingId: 'new-1', materials: [{ materialId: 'm1' }], preparedBy: [one] } },
  };
  const reading: Row = {
    proposal: { type: 'reading-proposed', data: { readingId: 'r1' } },
    act: { type: 'reading-confirmed', data: { readingId: 'r1', proposedBy: one } },
  };
  const adoption: Row = {
    stream: houseStream,
    proposal: { type: 'adoption-proposed', data: { adoptionId: 'a1' } },
    act: { type: 'calendar-adopted', data: { adoptionId: 'a1', proposedBy: one } },
  };

  interface Row {
    /** Left out: one of its own. */
    stream?: string;
    proposal: { type: string; data: object };
    act: { type: string; data: Record<string, unknown> };
  }

  /** Appends a proposal by the first person, and the act by somebody. */
  async function recorded({ stream = aStream(), proposal, act }: Row, actor: NewEntry['actor']): Promise<number> {
    return transaction(async (sql) => {
      const head = await lockHead(sql, stream);
      const entries = [anEntry({ ...proposal, actor: by(one) }), anEntry({ ...act, actor })];
      return (await append(sql, stream, head, now, entries)).length;
    });
  }

  const proposed = { waiver, correction, reading, adoption };
  const rows = { ...proposed, pack };

  it.each(Object.entries(rows))('(%s) comes on record by a second person', async (_, row) => {
    expect(await recorded(row, by(two))).toBe(2);
  });

  it.each(Object.entries(rows))('(%s) does not by the same person, by SQL either', async (_, row) => {
    await expect(recorded(row, by(one))).rejects.toMatchObject({ code: 'PZ005' });
    await expect(recorded(row, { kind: 'system', id: 'tick' })).rejects.toMatchObject({ code: 'PZ005' });
  });

  it.each([
    ['an operation', { type: 'operation-corrected', data: { operationId: 'operation-1', period: null } }],
    ['an original', { type: 'original-corrected', data: { filingId: 'new-1', mistaken: 'return', entry: 7 } }],
  ])('is what it takes to correct the days of %s: no entry says it on the word of one', async (_, act) => {
    await expect(recorded({ proposal: reading.proposal, act }, by(two))).rejects.toMatchObject({ code: 'PZ005' });
  });

  it.each(Object.entries(proposed))(
    '(%s) does not where the entry names another proposer than there was, or none, or what was not proposed',
    async (_, { proposal, act, ...row }) => {
      const { proposedBy: __, ...silent } = act.data;
      const [subject = ''] = Object.keys(proposal.data);
      const lies = [{ ...act.data, proposedBy: randomUUID() }, silent, { ...act.data, [subject]: 'another' }];
      for (const data of lies) {
        const lie = { ...row, proposal, act: { ...act, data } };
        await expect(recorded(lie, by(two))).rejects.toMatchObject({ code: 'PZ005' });
      }
    },
  );

  it('(pack) does not where the entry keeps silent about who prepared it', async () => {
    const silent = { ...pack, act: { ...pack.act, data: { ...pack.act.data, preparedBy: [] } } };
    await expect(recorded(silent, by(one))).rejects.toMatchObject({ code: 'PZ005' });
  });
});
