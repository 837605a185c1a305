import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { folding, type LicenseCommandData } from '../../libs/domain/index.js';
import {
  commandIdFor,
  companyStream,
  deliveryStream,
  houseStream,
  openBody,
  readStream,
} from '../../libs/ledger/index.js';
import {
  AccessGrantRepository,
  type Act,
  ApiTokenRepository,
  Cipher,
  CommandRepository,
  CompanyRepository,
  FanOutRepository,
  LicenseRepository,
  licenseTime,
  OutboxRepository,
  PersonRepository,
  RecipientRepository,
  SnapshotRepository,
} from '../../libs/persistence/index.js';
import { AdvanceWorld, someone, somePeople } from '../support/advance-world.js';
import { aCompany, anOpening, aPermit, law } from '../support/builders.js';

let world: AdvanceWorld;
let source: DataSource;
const cipher = new Cipher(Buffer.alloc(32, 3));

beforeAll(async () => {
  world = await AdvanceWorld.create();
  source = world.source;
});

afterAll(() => world.close());

const now = '2026-11-20T02:00:00.000Z';
const anAct = (): Act => ({ actor: someone, commandId: randomUUID(), now, validOn: '2026-11-20' });

const entriesOf = async (stream: string) => (await readStream(source, stream)).map(({ body }) => openBody(body));

let usccs = 0;
const aUscc = () => {
  usccs += 1;
  return `9131000000000${String(usccs).padStart(4, '0')}X`;
};

const aRegisteredCompany = async () => {
  const id = randomUUID();
  return source.transaction((manager) =>
    new CompanyRepository(manager).register(id, aCompany({ uscc: aUscc() }), anAct()),
  );
};

describe('commands', () => {
  const aCommand = () => {
    const subjectId = randomUUID();
    const id = commandIdFor(someone.id, subjectId, randomUUID());
    const fingerprint = cipher.fingerprint({ reason: '理由' });
    return {
      id,
      subjectId,
      principal: someone.id,
      actor: someone,
      fingerprint,
      body: { type: 'wake-up', validOn: '2026-11-20', data: {} },
    };
  };

  it('are stored once, and the same request finds the first', async () => {
    const commands = new CommandRepository(source.manager);
    const command = aCommand();
    const first = await commands.store(command);
    const again = await commands.store({ ...command, body: { ...command.body, validOn: '2026-11-21' } });
    expect(again).toEqual(first);
    expect(again).toMatchObject({ reply: null, seq: null, body: command.body });
  });

  it('are refused where the key was used for another request', async () => {
    const commands = new CommandRepository(source.manager);
    const command = aCommand();
    await commands.store(command);
    const other = commands.store({ ...command, fingerprint: cipher.fingerprint({ reason: '别的' }) });
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused', kind: 'invalid' });
    await expect(commands.store({ ...command, subjectId: randomUUID() })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('are stored once by twenty who come at the same time', async () => {
    const command = aCommand();
    const stored = await Promise.all(
      Array.from({ length: 20 }, () => new CommandRepository(source.manager).store(command)),
    );
    expect(new Set(stored.map(({ storedAt }) => storedAt)).size).toBe(1);
  });

  it('with a character that PostgreSQL cannot hold are refused, not failed', async () => {
    const command = { ...aCommand(), body: { name: 'a\u0000b' } };
    await expect(new CommandRepository(source.manager).store(command)).rejects.toMatchObject({
      code: 'text-not-storable',
      kind: 'invalid',
    });
  });

  it('keep their reply once their events are on record, and can be taken back before', async () => {
    const licenseId = await world.opened();
    const id = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const taken = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const commands = new CommandRepository(source.manager);
    expect(await commands.forget(taken)).toMatchObject({ type: 'assign-people' });
    expect(await commands.find(taken)).toBeNull();
    await world.advance({ kind: 'command', licenseId, commandId: id, expectedSeq: 1, now });
    expect(await commands.forget(id)).toBeNull();
    expect(await commands.find(id)).toMatchObject({
      seq: 2,
      reply: { commandId: id, seq: 2, events: [{ seq: 2, type: 'people-assigned' }] },
    });
  });
});

describe('companies', () => {
  it('begin a stream of their own, and are registered once', async () => {
    const id = randomUUID();
    const facts = aCompany({ uscc: aUscc() });
    const register = () => source.transaction((manager) => new CompanyRepository(manager).register(id, facts, anAct()));
    const [company, again] = [await register(), await register()];
    expect(again).toEqual(company);
    expect(company).toMatchObject({ id, seq: 1, facts, recordedAt: now });
    expect(await entriesOf(companyStream(id))).toMatchObject([{ seq: 1, type: 'company-registered', data: { facts } }]);
  });

  it('with a code that another company has are refused, and leave nothing', async () => {
    const first = await aRegisteredCompany();
    const id = randomUUID();
    const second = source.transaction((manager) => new CompanyRepository(manager).register(id, first.facts, anAct()));
    await expect(second).rejects.toMatchObject({ code: 'company-exists', details: { companyId: first.id } });
    expect(await entriesOf(companyStream(id))).toEqual([]);
  });

  it('tell a changed fact to each of their licenses, in one transaction with the event', async () => {
    const company = await aRegisteredCompany();
    const licenses = [
      await world.opened({ companyId: company.id, companySeq: 1 }),
      await world.opened({ companyId: company.id, companySeq: 1 }),
    ].sort();
    await world.opened();
    const change = {
      kind: 'name',
      decidedOn: '2026-11-18',
      registeredOn: null,
      effectiveOn: null,
      operatorChanges: null,
    } as const;
    const fact = { companyId: company.id, expectedSeq: 1, change, facts: { name: '新名称有限公司' } };
    const recorded = await source.transaction((manager) => new CompanyRepository(manager).recordFact(fact, anAct()));
    expect(recorded).toMatchObject({ seq: 2, licenseIds: licenses });
    const fanOut = new FanOutRepository(source.manager);
    expect(await fanOut.pendingEvents()).toContainEqual({ eventId: recorded.eventId, perSecond: null });
    const pending = await fanOut.pending(recorded.eventId, 10);
    expect(pending.map(({ licenseId }) => licenseId)).toEqual(licenses);
    const { licenseId, commandId } = pending[0] as { licenseId: string; commandId: string };
    const answer = await world.advance({ kind: 'command', licenseId, commandId, expectedSeq: 1, now });
    expect(answer).toMatchObject({ outcome: 'appended', refusal: null });
    expect((await world.snapshot(licenseId))?.state.company.name).toBe('新名称有限公司');
    await fanOut.settle(recorded.eventId, licenseId, 'done', now);
    expect(await fanOut.countPending(recorded.eventId)).toBe(1);
    await fanOut.settle(recorded.eventId, licenses[1] ?? '', 'refused', now, 'license-closed');
    expect(await fanOut.pendingEvents()).not.toContainEqual(expect.objectContaining({ eventId: recorded.eventId }));
  });

  it('let no license open with facts that change at the same moment', async () => {
    const company = await aRegisteredCompany();
    const fact = { companyId: company.id, expectedSeq: 1, change: null, facts: { city: '上海' } };
    const opening = anOpening({ companyId: company.id, companySeq: 1, people: somePeople() });
    const licenseId = randomUUID();
    const { opened, recorded } = await source.transaction(async (manager) => {
      const told = await new CompanyRepository(manager).recordFact(fact, anAct());
      const waiting = world.run(licenseId, 'open-license', opening);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { recorded: told, opened: { waiting } };
    });
    expect(recorded.licenseIds).toEqual([]);
    await expect(opened.waiting).resolves.toMatchObject({
      outcome: 'refused',
      refusal: { code: 'company-changed-meanwhile', details: { expected: 1, actual: 2 } },
    });
    expect(await world.events(licenseId)).toEqual([]);
    await expect(world.run(licenseId, 'open-license', { ...opening, companySeq: 2 })).resolves.toMatchObject({
      outcome: 'appended',
    });
  });

  it('refuse a change that was made without knowing the newest', async () => {
    const company = await aRegisteredCompany();
    const fact = { companyId: company.id, expectedSeq: 1, change: null, facts: { city: '上海' } };
    const record = () => source.transaction((manager) => new CompanyRepository(manager).recordFact(fact, anAct()));
    await record();
    await expect(record()).rejects.toMatchObject({
      code: 'company-changed-meanwhile',
      details: { expected: 1, actual: 2 },
    });
    const unknown = source.transaction((manager) =>
      new CompanyRepository(manager).recordFact({ ...fact, companyId: randomUUID() }, anAct()),
    );
    await expect(unknown).rejects.toMatchObject({ code: 'company-not-found' });
  });
});

describe('people', () => {
  const aPerson = () => ({ id: randomUUID(), name: '王小明', mail: 'wang@example.com', language: 'zh' as const });
  const add = (person: ReturnType<typeof aPerson>) =>
    source.transaction((manager) => new PersonRepository(manager, cipher).add(person, anAct()));

  it('are marked while mail to their very address comes back, and for no other address', async () => {
    const person = aPerson();
    await add(person);
    const people = new PersonRepository(source.manager, cipher);
    await people.markFailing(person.id, now);
    await people.markFailing(person.id, '2026-12-01T00:00:00.000Z');
    expect((await people.find(person.id))?.failingSince).toBe(now);
    const moved = cipher.sealText(`person-mail:${person.id}`, 'another@example.com');
    await source.query('update paizhao.people set mail = $2 where id = $1', [person.id, moved]);
    expect((await people.find(person.id))?.failingSince).toBeNull();
  });

  it('are read back whole, and lie encrypted', async () => {
    const person = aPerson();
    expect(await add(person)).toBe(true);
    expect(await new PersonRepository(source.manager, cipher).find(person.id)).toEqual({
      ...person,
      active: true,
      failingSince: null,
      erasedAt: null,
    });
    const [row] = await source.query('select * from paizhao.people where id = $1', [person.id]);
    const stored =
      JSON.stringify(row) +
      Buffer.concat([row.name, row.mail]).toString('latin1') +
      Buffer.concat([row.name, row.mail]).toString('utf8');
    for (const secret of [person.name, person.mail]) expect(stored).not.toContain(secret);
  });

  it('stand in the house’s stream by reference only, once', async () => {
    const person = aPerson();
    await add(person);
    expect(await add({ ...person, name: '别人' })).toBe(false);
    const entries = (await entriesOf(houseStream)).filter(
      ({ data }) => (data as { personId?: string }).personId === person.id,
    );
    expect(entries).toMatchObject([{ type: 'person-added', data: { personId: person.id, language: 'zh' } }]);
    expect(JSON.stringify(entries)).not.toContain(person.name);
  });

  it('that nobody knows are named', async () => {
    const person = aPerson();
    await add(person);
    const stranger = randomUUID();
    expect(
      await new PersonRepository(source.manager, cipher).missing([person.id, stranger, stranger, 'nobody']),
    ).toEqual(expect.arrayContaining([stranger, 'nobody']));
    expect(await new PersonRepository(source.manager, cipher).missing([person.id])).toEqual([]);
  });

  it('whose encrypted name was moved to another row or column do not open', async () => {
    const [one, two] = [aPerson(), aPerson()];
    await add(one);
    await add(two);
    const people = new PersonRepository(source.manager, cipher);
    await source.query(
      'update paizhao.people set name = (select mail from paizhao.people where id = $1) where id = $1',
      [one.id],
    );
    await expect(people.find(one.id)).rejects.toThrow();
    await source.query(
      'update paizhao.people set name = (select name from paizhao.people where id = $2) where id = $1',
      [one.id, two.id],
    );
    // As what lies under a key that was destroyed since: nobody's, and never the other person's.
    expect(await people.find(one.id)).toMatchObject({ name: '已删除 (erased)', mail: '' });
    await expect(new PersonRepository(source.manager, new Cipher(Buffer.alloc(32, 4))).find(two.id)).rejects.toThrow();
    await source.query('delete from paizhao.people where id = $1', [one.id]);
  });
});

describe('administrators who are told how the house fares', () => {
  const everything = { scope: null, period: null, lastDay: null };

  it.each([
    ['one of everything', { roles: ['admin'] as const, ...everything }, true],
    ['one on the last day', { roles: ['admin'] as const, ...everything, lastDay: '2026-11-20' }, true],
    ['one after the last day', { roles: ['admin'] as const, ...everything, lastDay: '2026-11-19' }, false],
    [
      'one of a period',
      { roles: ['admin'] as const, ...everything, period: { from: null, until: '2026-11-20' } },
      true,
    ],
    [
      'one of another period',
      { roles: ['admin'] as const, ...everything, period: { from: '2026-11-21', until: null } },
      false,
    ],
    [
      'one of a company',
      { roles: ['admin'] as const, ...everything, scope: { companies: [randomUUID()], licenses: [] } },
      false,
    ],
    ['an auditor', { roles: ['auditor'] as const, ...everything }, false],
  ])('%s', async (_, grant, told) => {
    const person = { id: randomUUID(), name: '样例', mail: 'admin.sample@example.com', language: 'zh' } as const;
    await source.transaction(async (manager) => {
      await new PersonRepository(manager, cipher).add(person, anAct());
      await new AccessGrantRepository(manager).change(person.id, grant, anAct());
    });
    const admins = await new RecipientRepository(source.manager, cipher).admins(now);
    expect(admins.some(({ id }) => id === person.id)).toBe(told);
  });
});

describe('bearer tokens', () => {
  const tokens = () => new ApiTokenRepository(source.manager);
  const issue = (expiresAt: string | null = null) => {
    const token = {
      id: randomUUID(),
      bearer: { kind: 'integration', id: 'erp' } as const,
      roles: ['officer' as const],
      expiresAt,
    };
    return source.transaction(async (manager) => ({
      id: token.id,
      secret: await new ApiTokenRepository(manager).issue(token, anAct()),
    }));
  };

  const at = (moment: string) => ({ now: moment, today: moment.slice(0, 10) });

  it('name their bearer and roles, and only their hash is stored', async () => {
    const { id, secret } = await issue();
    expect(await tokens().presented(secret, at(now))).toEqual({
      actor: { kind: 'integration', id: 'erp' },
      roles: ['officer'],
      actions: null,
      limits: [{ scope: null, period: null }],
      tokenId: id,
      lastUsedAt: null,
    });
    expect(await tokens().any()).toBe(true);
    const everything = JSON.stringify([
      await source.query('select * from paizhao.api_tokens'),
      await entriesOf(houseStream),
    ]);
    expect(everything).not.toContain(secret);
    expect(everything).toContain(id);
  });

  it('are worth nothing when wrong, expired or revoked', async () => {
    const { id, secret } = await issue('2026-11-21T00:00:00.000Z');
    expect(await tokens().presented(secret, at('2026-11-20T23:59:59.999Z'))).not.toBeNull();
    expect(await tokens().presented(secret, at('2026-11-21T00:00:00.000Z'))).toBeNull();
    expect(await tokens().presented(`${secret}x`, at(now))).toBeNull();
    expect(await tokens().presented(secret.slice(3), at(now))).toBeNull();
    const revoke = () => source.transaction((manager) => new ApiTokenRepository(manager).revoke(id, null, anAct()));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    expect(await tokens().presented(secret, at(now))).toBeNull();
  });
});

describe('the outbox', () => {
  const outbox = () => new OutboxRepository(source.manager);
  const time = { now, validOn: '2026-11-20' };

  /** A license with messages waiting, and the key of one. */
  const aMessage = async () => {
    const licenseId = randomUUID();
    const held: LicenseCommandData['register-permit'] = {
      companyId: randomUUID(),
      company: anOpening().company,
      companySeq: 0,
      people: somePeople(),
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      permit: aPermit({ validFrom: '2021-12-20', printedLastDay: '2026-12-19' }),
      grantedOn: '2021-12-01',
      opened: [],
      reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
      unknown: [],
    };
    const { unsent } = await world.run(licenseId, 'register-permit', held);
    return { licenseId, key: unsent[0] ?? '', unsent };
  };

  const deliveries = async (licenseId: string) =>
    (await entriesOf(deliveryStream(licenseId))).map(({ type, data }) => [type, (data as { attempt: number }).attempt]);

  it('gives a message to one of ten senders', async () => {
    const { licenseId, key } = await aMessage();
    const claims = await Promise.all(Array.from({ length: 10 }, () => outbox().claim(key, time)));
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'busy')).toHaveLength(9);
    expect(await deliveries(licenseId)).toEqual([['delivery-attempted', 1]]);
  });

  it('keeps the story of a message: deferred, uncertain, sent', async () => {
    const { licenseId, key, unsent } = await aMessage();
    const attempt = async (how: Parameters<OutboxRepository['settle']>[2]) => {
      const claim = await outbox().claim(key, time);
      if (claim.kind !== 'claimed') throw new Error(claim.kind);
      return outbox().settle(key, claim.token, how, time);
    };
    expect(await attempt({ outcome: 'deferred', answer: '450 4.2.1 <wang@example.com>: mailbox busy' })).toBe(true);
    expect(await outbox().find(key)).toMatchObject({
      state: 'queued',
      attempts: 1,
      settledAt: null,
      smtpAnswer: '450 4.2.1 <…>: mailbox busy',
    });
    await attempt({ outcome: 'uncertain', answer: 'connection lost after DATA', final: false });
    expect(await outbox().unsent(licenseId)).toEqual(unsent);
    await attempt({ outcome: 'sent', answer: '250 2.0.0 OK' });
    expect(await outbox().find(key)).toMatchObject({ state: 'sent', attempts: 3, settledAt: now });
    expect(await outbox().unsent(licenseId)).toEqual(unsent.filter((each) => each !== key));
    expect(await outbox().claim(key, time)).toEqual({ kind: 'settled', state: 'sent' });
    expect(await deliveries(licenseId)).toEqual([
      ['delivery-attempted', 1],
      ['delivery-deferred', 1],
      ['delivery-attempted', 2],
      ['delivery-uncertain', 2],
      ['delivery-attempted', 3],
      ['delivery-sent', 3],
    ]);
    expect(JSON.stringify(await entriesOf(deliveryStream(licenseId)))).not.toContain('example.com');
  });

  it('takes a message from a sender that died, and lets the dead one say only that it was sent', async () => {
    const { key } = await aMessage();
    const first = await outbox().claim(key, time, 0);
    const second = await outbox().claim(key, time);
    if (first.kind !== 'claimed' || second.kind !== 'claimed') throw new Error('not claimed');
    expect(await outbox().settle(key, first.token, { outcome: 'failed', answer: '550' }, time)).toBe(false);
    expect((await outbox().find(key))?.state).toBe('sending');
    expect(await outbox().settle(key, first.token, { outcome: 'sent', answer: '250' }, time)).toBe(true);
    expect(await outbox().settle(key, second.token, { outcome: 'deferred', answer: '450' }, time)).toBe(false);
    expect((await outbox().find(key))?.state).toBe('sent');
  });

  it('keeps the first rendering of a message', async () => {
    const { key } = await aMessage();
    const [one, two] = [
      cipher.seal(`outbox:${key}`, Buffer.from('one')),
      cipher.seal(`outbox:${key}`, Buffer.from('two')),
    ];
    expect(await outbox().keepRendered(key, one)).toEqual(one);
    expect(await outbox().keepRendered(key, two)).toEqual(one);
  });

  it('gives up visibly: failed, or uncertain where the last attempt was', async () => {
    const [one, two] = [await aMessage(), await aMessage()];
    expect(await outbox().giveUp(one.key, 'failed', 'out of time', time)).toBe('failed');
    expect(await outbox().giveUp(one.key, 'suppressed', 'the act is done', time)).toBe('failed');
    const claim = await outbox().claim(two.key, time);
    if (claim.kind === 'claimed')
      await outbox().settle(two.key, claim.token, { outcome: 'uncertain', answer: '', final: false }, time);
    expect(await outbox().giveUp(two.key, 'failed', 'out of time', time)).toBe('uncertain');
    expect(await outbox().unsent(two.licenseId)).not.toContain(two.key);
    expect(await deliveries(one.licenseId)).toEqual([['delivery-failed', 0]]);
  });

  it('says what it does not know', async () => {
    expect(await outbox().claim('no/such/key', time)).toEqual({ kind: 'unknown' });
    expect(await outbox().giveUp('no/such/key', 'failed', '', time)).toBeNull();
  });
});

describe('lists', () => {
  it('find one license, and those of a company in the order of their ids', async () => {
    const company = randomUUID();
    const ids = [await world.opened({ companyId: company }), await world.opened({ companyId: company })].sort();
    await world.opened();
    const licenses = new LicenseRepository(source.manager);
    const asked = { scopes: [], after: null, limit: 10 };
    expect(await licenses.idsOfCompany(company, asked)).toEqual(ids);
    expect(await licenses.idsOfCompany(company, { ...asked, limit: 1 })).toEqual(ids.slice(0, 1));
    expect(await licenses.idsOfCompany(company, { ...asked, after: ids[0] ?? '' })).toEqual(ids.slice(1));
    const snapshots = new SnapshotRepository(source.manager, folding);
    const openOnes = async (after: string | null, limit: number) =>
      (await snapshots.openOfCompany(company, after, limit)).map(({ licenseId }) => licenseId);
    expect(await openOnes(null, 10)).toEqual(ids);
    expect(await openOnes(null, 1)).toEqual(ids.slice(0, 1));
    expect(await openOnes(ids[0] ?? '', 10)).toEqual(ids.slice(1));
    expect(await licenses.find(ids[0] ?? '')).toMatchObject({
      companyId: company,
      openedOn: '2026-11-20',
      recordedAt: now,
    });
  });
});

describe('a license’s time', () => {
  it('is the wall’s, ahead by the offset, and never before the newest entry', async () => {
    const licenseId = await world.opened();
    const snapshots = new SnapshotRepository(source.manager, folding);
    expect(licenseTime(now, null)).toBe(now);
    expect(licenseTime('2026-11-25T00:00:00.000Z', await snapshots.find(licenseId))).toBe('2026-11-25T00:00:00.000Z');
    expect(licenseTime('2020-01-01T00:00:00.000Z', await snapshots.find(licenseId))).toBe(now);
    await snapshots.setClockOffset(licenseId, 86_400_000);
    expect(licenseTime('2026-11-25T00:00:00.000Z', await snapshots.find(licenseId))).toBe('2026-11-26T00:00:00.000Z');
  });
});
