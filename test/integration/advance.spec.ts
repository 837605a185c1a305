import { randomUUID } from 'node:crypto';
import { createRebuild } from '../../activities/advance/rebuild.js';
import type { AdvanceAnswer, AdvanceRequest } from '../../libs/contracts/index.js';
import type { LicenseCommandData } from '../../libs/domain/index.js';
import { append, licenseStream, lockHead, readStream, verifyChain } from '../../libs/ledger/index.js';
import { Cipher } from '../../libs/persistence/cipher.js';
import { PostgresAdvanceStore, PrivateTextRepository, StoredFileRepository } from '../../libs/persistence/index.js';
import { requirementsFor } from '../../libs/rulebook/index.js';
import { AdvanceWorld, someone, somePeople } from '../support/advance-world.js';
import { anOpening, aPermit, aText, law } from '../support/builders.js';

let world: AdvanceWorld;

beforeAll(async () => {
  world = await AdvanceWorld.create();
});

afterAll(() => world.close());

const morning = '2026-11-20T02:00:00.000Z';

/** A permit whose renewal window is over: its license has something to say at once. */
const aLateRegistration = (people = somePeople()): LicenseCommandData['register-permit'] => ({
  companyId: randomUUID(),
  company: anOpening().company,
  companySeq: 0,
  people,
  pins: { pack: law.pack.id, calendar: law.calendar.id },
  permit: aPermit({ validFrom: '2021-12-20', printedLastDay: '2026-12-19' }),
  grantedOn: '2021-12-01',
  opened: [{ serviceType: 'B24', openedOn: '2022-01-01' }],
  reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
  unknown: [],
});

const registered = async (people = somePeople()): Promise<string> => {
  const licenseId = randomUUID();
  const answer = await world.run(licenseId, 'register-permit', aLateRegistration(people), { at: morning });
  expect(answer.outcome).toBe('appended');
  return licenseId;
};

/** Any material that a new filing of the test's license asks for. */
const aRequirement = (): string => {
  const { company, serviceTypes, coverage } = anOpening();
  return (
    requirementsFor(law, { filingKind: 'new', authority: 'sh', serviceTypes, coverage, company, on: '2026-11-20' })[0]
      ?.id ?? ''
  );
};

const headOf = async (licenseId: string): Promise<number> => (await world.events(licenseId)).length;

describe('a command', () => {
  it('opens a license: ledger, snapshot, views and reply are one', async () => {
    const licenseId = randomUUID();
    const people = somePeople();
    const commandId = await world.command(licenseId, 'open-license', anOpening({ companyId: randomUUID(), people }));
    const answer = await world.advance({ kind: 'command', licenseId, commandId, expectedSeq: 0, now: morning });
    expect(answer).toEqual({
      outcome: 'appended',
      seq: 1,
      progress: {
        status: 'preparing',
        filings: [],
        nextWhy: null,
        needsAttention: false,
        simulated: false,
        ended: false,
      },
      wakeAt: null,
      unsent: [],
      refusal: null,
    });
    const traces = await world.traces(licenseId);
    expect(traces).toMatchObject({
      events: [{ seq: 1, type: 'license-opened' }],
      snapshots: [{ seq: 1, wake_at: null, state: { licenseId, people, simulated: false } }],
      license_view: [{ seq: 1, status: 'preparing', owner: people.owner, coverage: 'sh' }],
      replies: [
        {
          id: commandId,
          reply: {
            licenseId,
            commandId,
            outcome: 'appended',
            seq: 1,
            events: [{ seq: 1, type: 'license-opened' }],
            status: 'preparing',
          },
        },
      ],
    });
  });

  it('tells at once what is due at once, to each person once', async () => {
    const owner = randomUUID();
    const licenseId = await registered({ owner, deputy: owner, manager: randomUUID() });
    const { outbox } = await world.traces(licenseId);
    expect(outbox?.length).toBeGreaterThan(0);
    for (const row of outbox as {
      key: string;
      obligation_id: string;
      rung: string;
      person_id: string;
      state: string;
      due_at: Date;
    }[]) {
      expect(row.key).toBe(`${licenseId}/${row.obligation_id}/${row.rung}/${row.person_id}/mail`);
      expect(row).toMatchObject({ state: 'queued', attempts: 0, simulated: false, due_at: new Date(morning) });
    }
    const resumed = await world.advance({ kind: 'resume', licenseId, expectedSeq: null, now: morning });
    expect([...resumed.unsent].sort()).toEqual((outbox as { key: string }[]).map(({ key }) => key).sort());
    expect(resumed.wakeAt).not.toBeNull();
  });

  it('is remembered: its repeat changes nothing, whenever it comes', async () => {
    const licenseId = await world.opened();
    const commandId = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const request = { kind: 'command', licenseId, commandId, expectedSeq: 1, now: morning } as const;
    expect(await world.advance(request)).toMatchObject({ outcome: 'appended', seq: 2 });
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    const before = await world.traces(licenseId);
    const repeated = await world.advance({ ...request, now: '2026-12-24T00:00:00.000Z' });
    expect(repeated).toMatchObject({ outcome: 'duplicate', seq: 3, refusal: null });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it('that is refused leaves nothing, and is judged anew', async () => {
    const licenseId = await registered();
    const before = await world.traces(licenseId);
    const commandId = await world.command(licenseId, 'submit-filing', { filingId: randomUUID() });
    const request = {
      kind: 'command',
      licenseId,
      commandId,
      expectedSeq: before.events?.length ?? 0,
      now: morning,
    } as const;
    const refused = await world.advance(request);
    expect(refused).toMatchObject({
      outcome: 'refused',
      seq: before.events?.length,
      refusal: { code: 'filing-not-found', kind: 'not-found' },
    });
    expect(refused.unsent.length).toBe(before.outbox?.length);
    const after = await world.traces(licenseId);
    expect({ ...after, replies: [] }).toEqual({ ...before, replies: [] });
    expect(after.replies).toContainEqual({ id: commandId, reply: null });
    expect(await world.advance(request)).toEqual(refused);
  });

  it('that is refused on an empty stream leaves no license', async () => {
    const licenseId = randomUUID();
    const refused = await world.run(licenseId, 'assign-people', { people: somePeople() });
    expect(refused).toMatchObject({
      outcome: 'refused',
      seq: 0,
      wakeAt: null,
      progress: { ended: true },
      refusal: { code: 'license-not-found' },
    });
    const { replies: _, ...traces } = await world.traces(licenseId);
    expect(Object.values(traces).flat()).toEqual([]);
    expect(
      await world.source.query('select 1 from paizhao.ledger_heads where stream = $1', [licenseStream(licenseId)]),
    ).toEqual([]);
  });

  it('of another license, or of nobody, is refused', async () => {
    const [one, other] = [await world.opened(), await world.opened()];
    const commandId = await world.command(one, 'assign-people', { people: somePeople() });
    for (const id of [commandId, randomUUID()]) {
      const answer = await world.advance({
        kind: 'command',
        licenseId: other,
        commandId: id,
        expectedSeq: 1,
        now: morning,
      });
      expect(answer).toMatchObject({ outcome: 'refused', seq: 1, refusal: { code: 'command-not-found' } });
    }
  });

  it('that changes nothing answers nothing, and is not remembered', async () => {
    const people = somePeople();
    const licenseId = await world.opened({ people });
    const before = await world.traces(licenseId);
    expect(await world.run(licenseId, 'assign-people', { people })).toMatchObject({ outcome: 'nothing', seq: 1 });
    expect({ ...(await world.traces(licenseId)), replies: [] }).toEqual({ ...before, replies: [] });
  });

  it('that needs a law which is not here is refused as unavailable', async () => {
    const licenseId = await world.opened();
    const answer = await world.run(licenseId, 'adopt-calendar', { calendar: 'cn-2099.1' });
    expect(answer).toMatchObject({
      outcome: 'refused',
      seq: 1,
      refusal: { code: 'unknown-calendar', kind: 'unavailable' },
    });
  });

  it('is recorded no earlier than the newest entry', async () => {
    const licenseId = await world.opened();
    await world.run(licenseId, 'assign-people', { people: somePeople() }, { at: '2026-11-21T00:00:00.000Z' });
    await world.run(licenseId, 'assign-people', { people: somePeople() }, { at: morning });
    const rows = await readStream(world.source, licenseStream(licenseId));
    expect(rows.map(({ copies }) => copies.recordedAt)).toEqual([
      morning,
      '2026-11-21T00:00:00.000Z',
      '2026-11-21T00:00:00.000Z',
    ]);
  });

  it('puts the files and texts it refers to on record, so that no sweep takes them', async () => {
    const licenseId = await world.opened();
    const texts = new PrivateTextRepository(world.source.manager, new Cipher(Buffer.alloc(32, 1)));
    const [kept, loose] = [await texts.add(licenseId, '停止经营'), await texts.add(licenseId, '没有用到')];
    await world.run(licenseId, 'close-license', { reason: kept });
    await world.source.query(`update paizhao.private_texts set stored_at = stored_at - interval '2 days'`);
    expect(await texts.sweepUnclaimed()).toBe(1);
    expect(await texts.read(kept)).toEqual({ text: '停止经营', intact: true });
    expect(await texts.read({ ...kept, commitment: loose.commitment })).toMatchObject({ intact: false });
    expect(await texts.read(loose)).toBeNull();
  });

  it('claims an uploaded file, and the sweep keeps what another file still uses', async () => {
    const licenseId = await world.opened();
    await world.run(licenseId, 'open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
    const filingId = (await world.snapshot(licenseId))?.state.filings;
    const files = new StoredFileRepository(world.source.manager);
    const file = {
      licenseId,
      sha256: 'ab'.repeat(32),
      bytes: 3,
      mediaType: 'application/pdf',
      storageKey: randomUUID(),
    };
    const [claimed, twin, alone] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [claimed, twin]) await files.add({ ...file, id });
    await files.add({ ...file, id: alone, storageKey: 'alone' });
    const answer = await world.run(licenseId, 'supply-material', {
      filingId: Object.keys(filingId ?? {})[0] ?? '',
      requirementId: aRequirement(),
      materialId: claimed,
      sha256: file.sha256,
      bytes: 3,
      mediaType: file.mediaType,
      issuedOn: null,
      reason: null,
    });
    expect(answer.refusal).toBeNull();
    await world.source.query(`update paizhao.files set stored_at = stored_at - interval '2 days'`);
    const old = await files.unclaimed();
    expect(old.sort()).toEqual([twin, alone].sort());
    const removed: string[] = [];
    const forget = (id: string, remove = async (key: string) => void removed.push(key)) =>
      world.source.transaction((manager) => new StoredFileRepository(manager).forgetUnclaimed(id, remove));
    await expect(forget(alone, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await files.find(alone)).not.toBeNull();
    expect([await forget(twin), await forget(alone), await forget(claimed), await forget(alone)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(removed).toEqual(['alone']);
    expect((await files.find(claimed))?.claimedAt).not.toBeNull();
    expect(await files.find(twin)).toBeNull();
  });
});

describe('a wake-up', () => {
  it('tells what fell due, and its repeat does not', async () => {
    const licenseId = await registered();
    const { wakeAt, seq, unsent } = await world.advance({ kind: 'resume', licenseId, expectedSeq: null, now: morning });
    const request = { kind: 'wake-up', licenseId, expectedSeq: seq, now: wakeAt ?? '' } as const;
    const woken = await world.advance(request);
    expect(woken.outcome).toBe('appended');
    expect(woken.unsent.length).toBeGreaterThan(unsent.length);
    expect(woken.wakeAt && wakeAt && woken.wakeAt > wakeAt).toBe(true);
    const before = await world.traces(licenseId);
    expect(await world.advance(request)).toEqual({ ...woken, outcome: 'duplicate' });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it('before its time changes nothing', async () => {
    const licenseId = await registered();
    const before = await world.traces(licenseId);
    const answer = await world.advance({
      kind: 'wake-up',
      licenseId,
      expectedSeq: await headOf(licenseId),
      now: morning,
    });
    expect(answer).toMatchObject({ outcome: 'nothing', seq: await headOf(licenseId) });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it('with nothing due repairs a next wake-up that was lost', async () => {
    const licenseId = await registered();
    const before = await world.snapshot(licenseId);
    await world.source.query('update paizhao.snapshots set wake_at = null where license_id = $1', [licenseId]);
    const answer = await world.advance({
      kind: 'wake-up',
      licenseId,
      expectedSeq: await headOf(licenseId),
      now: morning,
    });
    expect(answer).toMatchObject({ outcome: 'nothing', wakeAt: before?.wakeAt });
    expect(await world.snapshot(licenseId)).toEqual(before);
  });
});

describe('a resumed workflow', () => {
  it('learns what is on record, and changes nothing', async () => {
    const licenseId = await registered();
    const before = await world.traces(licenseId);
    const answer = await world.advance({ kind: 'resume', licenseId, expectedSeq: null, now: morning });
    expect(answer).toMatchObject({
      outcome: 'nothing',
      seq: await headOf(licenseId),
      progress: { status: 'window-missed', ended: false },
    });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it('finds its next wake-up though the snapshot was lost, and makes it good', async () => {
    const licenseId = await registered();
    const before = await world.traces(licenseId);
    await world.source.query('delete from paizhao.snapshots where license_id = $1', [licenseId]);
    const request = { kind: 'resume', licenseId, expectedSeq: null, now: morning } as const;
    const refused = await world.run(licenseId, 'submit-filing', { filingId: randomUUID() }, { at: morning });
    expect(refused).toMatchObject({ outcome: 'refused', wakeAt: expect.any(String) });
    expect(await world.advance(request)).toMatchObject({ outcome: 'nothing', wakeAt: refused.wakeAt });
    expect((await world.traces(licenseId)).snapshots).toEqual(before.snapshots);
  });

  it('of a license that does not exist has nothing to wait for', async () => {
    const answer = await world.advance({ kind: 'resume', licenseId: randomUUID(), expectedSeq: null, now: morning });
    expect(answer).toMatchObject({ outcome: 'nothing', seq: 0, wakeAt: null, unsent: [], progress: { ended: true } });
  });
});

describe('a ledger behind the workflow', () => {
  it('decides nothing, and has a person look, once', async () => {
    const licenseId = await world.opened();
    const commandId = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const request = { kind: 'command', licenseId, commandId, expectedSeq: 9, now: morning } as const;
    const answer = await world.advance(request);
    expect(answer).toMatchObject({ outcome: 'ledger-behind', seq: 2, progress: { needsAttention: true } });
    expect(await world.advance(request)).toEqual(answer);
    expect((await world.events(licenseId)).map(({ type }) => type)).toEqual(['license-opened', 'attention-raised']);
    const resumed = { ...request, expectedSeq: 2 };
    expect(await world.advance(resumed)).toMatchObject({ outcome: 'appended', seq: 3 });
  });

  it('that holds nothing at all only says so', async () => {
    const licenseId = randomUUID();
    const answer = await world.advance({ kind: 'wake-up', licenseId, expectedSeq: 3, now: morning });
    expect(answer).toMatchObject({ outcome: 'ledger-behind', seq: 0 });
    expect(await world.events(licenseId)).toEqual([]);
  });
});

/** As Temporal does: what failed for want of a connection or a lock on a busy machine is tried again. */
const tried = async (request: AdvanceRequest, attempts = 5): Promise<AdvanceAnswer> => {
  try {
    return await world.advance(request);
  } catch (error) {
    if (attempts === 1) throw error;
    return tried(request, attempts - 1);
  }
};

describe('at the same time', () => {
  it('fifty commands on one license are appended one after another', async () => {
    const licenseId = await world.opened();
    const commands = await Promise.all(
      Array.from({ length: 50 }, () => world.command(licenseId, 'assign-people', { people: somePeople() })),
    );
    const answers = await Promise.all(
      commands.map((commandId) => tried({ kind: 'command', licenseId, commandId, expectedSeq: 1, now: morning })),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(50).fill('appended'));
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set(Array.from({ length: 50 }, (_, i) => i + 2)));
    const rows = await readStream(world.source, licenseStream(licenseId));
    expect(verifyChain(licenseStream(licenseId), rows)).toMatchObject({ checked: 51, findings: [] });
    expect(new Set(rows.slice(1).map(({ copies }) => copies.commandId))).toEqual(new Set(commands));
    expect((await world.snapshot(licenseId))?.seq).toBe(51);
  });

  it('one command asked twenty times is appended once', async () => {
    const licenseId = await world.opened();
    const commandId = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const request = { kind: 'command', licenseId, commandId, expectedSeq: 1, now: morning } as const;
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.advance(request)));
    expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(answers.filter(({ outcome, seq }) => outcome === 'duplicate' && seq === 2)).toHaveLength(19);
  });

  it('one license opened twenty times is opened once', async () => {
    const licenseId = randomUUID();
    const commandId = await world.command(licenseId, 'open-license', anOpening({ companyId: randomUUID() }));
    const request = { kind: 'command', licenseId, commandId, expectedSeq: null, now: morning } as const;
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.advance(request)));
    expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(await world.events(licenseId)).toEqual([{ seq: 1, type: 'license-opened' }]);
  });

  it('licenses of one company that come by one permit number: one has it', async () => {
    const companyId = randomUUID();
    const entering = (number: string) =>
      world.run(randomUUID(), 'register-permit', {
        ...aLateRegistration(),
        companyId,
        permit: { ...aLateRegistration().permit, number },
      });
    const answers = await Promise.all(
      ['沪B2-20217701', '沪b2-20217701', ' 沪B2-20217701', '沪B2-20217702'].map(entering),
    );
    expect(answers.map(({ outcome, refusal }) => refusal?.code ?? outcome).sort()).toEqual([
      'appended',
      'appended',
      'permit-number-taken',
      'permit-number-taken',
    ]);
    const { refusal } = await entering('沪B2-20217702');
    expect(refusal).toMatchObject({ kind: 'conflict', details: { pointer: '/permit/number' } });
  });

  it('licenses of one company that come by one certificate: one has it', async () => {
    const companyId = randomUUID();
    const licenses = await Promise.all(Array.from({ length: 4 }, () => world.opened({ companyId })));
    const data = {
      companion: 'number-certificate-95',
      number: '９5126',
      holder: aText,
      validFrom: '2026-01-05',
      lastDay: '2031-01-04',
    };
    const answers = await Promise.all(licenses.map((licenseId) => world.run(licenseId, 'record-companion', data)));
    const refused = answers.flatMap(({ refusal }) => refusal ?? []);
    expect(refused.map(({ code, details }) => [code, details.pointer])).toEqual(
      Array(3).fill(['companion-already-recorded', '/number']),
    );
  });

  it('a command and a wake-up that were proposed for the same head are both judged on what is on record', async () => {
    const licenseId = await registered();
    const { wakeAt, seq } = await world.advance({ kind: 'resume', licenseId, expectedSeq: null, now: morning });
    const commandId = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const now = wakeAt ?? '';
    const [command, wake] = await Promise.all([
      world.advance({ kind: 'command', licenseId, commandId, expectedSeq: seq, now }),
      world.advance({ kind: 'wake-up', licenseId, expectedSeq: seq, now }),
    ]);
    expect(command.outcome).toBe('appended');
    expect(['appended', 'nothing']).toContain(wake.outcome);
    const types = (await world.events(licenseId))
      .slice(seq)
      .map(({ type }) => type)
      .sort();
    expect(types.filter((type) => type === 'people-assigned')).toHaveLength(1);
    const { outbox } = await world.traces(licenseId);
    expect(new Set((outbox as { key: string }[]).map(({ key }) => key)).size).toBe(outbox?.length);
  });
});

describe('a failing database', () => {
  it('is a failure and not a refusal: a head that stays locked', async () => {
    const licenseId = await world.opened();
    const holder = world.source.createQueryRunner();
    await holder.startTransaction();
    await lockHead(holder, licenseStream(licenseId));
    const commandId = await world.command(licenseId, 'assign-people', { people: somePeople() });
    const request = { kind: 'command', licenseId, commandId, expectedSeq: 1, now: morning } as const;
    await expect(world.advance(request)).rejects.toMatchObject({ code: '55P03' });
    await holder.rollbackTransaction();
    await holder.release();
    expect(await world.advance(request)).toMatchObject({ outcome: 'appended', seq: 2 });
  });

  it('that ends the connection in mid-turn leaves nothing of the turn', async () => {
    const licenseId = await world.opened();
    const store = new PostgresAdvanceStore(world.source);
    const cut = store.turn(licenseId, null, async (turn) => {
      const [entry] = await readStream(world.source, licenseStream(licenseId));
      await world.source.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
      );
      await turn.derive({
        state: turn.snapshot?.state as never,
        wakeAt: null,
        wakeWhy: 'lost',
        view: {} as never,
        obligations: [],
        rungs: [],
      });
      return { keep: true, answer: entry };
    });
    await expect(cut).rejects.toThrow();
    expect((await world.snapshot(licenseId))?.wakeWhy).toBeNull();
    expect(await world.run(licenseId, 'assign-people', { people: somePeople() })).toMatchObject({
      outcome: 'appended',
    });
  });

  it('that refuses what was proposed leaves no event either', async () => {
    const licenseId = randomUUID();
    const answer = world.run(licenseId, 'open-license', anOpening({ companyId: 'not-a-uuid' }));
    await expect(answer).rejects.toMatchObject({ code: '22P02' });
    expect(await world.events(licenseId)).toEqual([]);
  });
});

describe('a snapshot in the form of another release', () => {
  it('is folded anew where it is read and where the license goes on', async () => {
    const licenseId = await world.opened();
    const before = await world.snapshot(licenseId);
    await world.source.query(
      `update paizhao.snapshots set state = jsonb_build_object('recordedAt', state->'recordedAt', 'closed', true)
        where license_id = $1`,
      [licenseId],
    );
    expect((await world.snapshot(licenseId))?.state).toEqual(before?.state);
    const people = somePeople();
    expect(await world.run(licenseId, 'assign-people', { people })).toMatchObject({ outcome: 'appended' });
    expect((await world.snapshot(licenseId))?.state).toMatchObject({ form: before?.state.form, people, closed: false });
  });
});

describe('a snapshot that the database has kept', () => {
  it('has its filings in the order in which they were opened, wherever it is read', async () => {
    const licenseId = await registered();
    for (const kind of ['renewal', 'reissue', 'change'] as const)
      await world.run(licenseId, 'open-filing', { kind, period: null, answers: [], plannedOn: null });
    const opened = ['renewal-1', 'reissue-1', 'change-1'];
    expect(Object.keys((await world.snapshot(licenseId))?.state.filings ?? {})).toEqual(opened);
    const { license_view } = await world.traces(licenseId);
    expect(license_view).toMatchObject([{ filings: opened.map((id) => expect.objectContaining({ id })) }]);
  });
});

describe('simulated time', () => {
  it('marks the license and its messages, and is refused where simulation is off', async () => {
    const licenseId = await registered();
    const marked = await world.run(licenseId, 'mark-simulated', {});
    expect(marked).toMatchObject({ outcome: 'appended', progress: { simulated: true } });
    const { wakeAt, seq } = marked;
    const request = { kind: 'wake-up', licenseId, expectedSeq: seq, now: wakeAt ?? '' } as const;
    const inProduction = world.advanceWith({ simulation: 'off' });
    expect(await inProduction(request)).toMatchObject({
      outcome: 'refused',
      seq,
      refusal: { code: 'license-simulated', kind: 'forbidden' },
    });
    expect((await world.advance(request)).outcome).toBe('appended');
    const { outbox, license_view } = await world.traces(licenseId);
    expect(
      new Set(
        (outbox as { seq: number; simulated: boolean }[])
          .filter((row) => row.seq > seq)
          .map(({ simulated }) => simulated),
      ),
    ).toEqual(new Set([true]));
    expect(license_view).toMatchObject([{ simulated: true }]);
  });

  it('cannot begin where simulation is off', async () => {
    const licenseId = await world.opened();
    const commandId = await world.command(licenseId, 'mark-simulated', {});
    const inProduction = world.advanceWith({ simulation: 'off' });
    const answer = await inProduction({ kind: 'command', licenseId, commandId, expectedSeq: 1, now: morning });
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'license-simulated' } });
    expect(await headOf(licenseId)).toBe(1);
  });

  it('keeps its offset through commands', async () => {
    const licenseId = await world.opened();
    await world.source.query('update paizhao.snapshots set clock_offset_ms = 86400000 where license_id = $1', [
      licenseId,
    ]);
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    expect((await world.snapshot(licenseId))?.clockOffsetMs).toBe(86_400_000);
  });

  it('that nobody marked is a clock that somebody must look at', async () => {
    world.warnings.length = 0;
    await world.opened();
    expect(world.warnings).toEqual(['the license’s time and the database’s clock differ']);
    world.warnings.length = 0;
    const licenseId = randomUUID();
    await world.run(licenseId, 'open-license', anOpening({ companyId: randomUUID() }), {
      at: new Date().toISOString(),
    });
    expect(world.warnings).toEqual([]);
  });
});

describe('the snapshot', () => {
  const rebuild = (licenseId: string) =>
    createRebuild({
      store: new PostgresAdvanceStore(world.source),
      wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
    })(licenseId);

  const lived = async (): Promise<string> => {
    const licenseId = await registered();
    for (let wakes = 0; wakes < 6; wakes += 1) {
      const { seq, wakeAt } = await world.advance({ kind: 'resume', licenseId, expectedSeq: null, now: morning });
      await world.advance({ kind: 'wake-up', licenseId, expectedSeq: seq, now: wakeAt ?? '' });
    }
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    return licenseId;
  };

  it('and the views are what the ledger says, after a life of commands and wake-ups', async () => {
    const licenseId = await lived();
    const before = await world.traces(licenseId);
    expect(await rebuild(licenseId)).toEqual({ seq: before.events?.length, differed: false });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it.each([
    ['lost', 'delete from paizhao.snapshots where license_id = $1'],
    ['changed', `update paizhao.snapshots set state = jsonb_set(state, '{closed}', 'true') where license_id = $1`],
    ['older than the ledger', 'update paizhao.snapshots set seq = 1 where license_id = $1'],
  ])('that was %s is rebuilt, with the views', async (_how, damage) => {
    const licenseId = await lived();
    const before = await world.traces(licenseId);
    await world.source.query(damage, [licenseId]);
    for (const table of ['license_view', 'obligation_view', 'planned_rungs']) {
      await world.source.query(`delete from paizhao.${table} where license_id = $1`, [licenseId]);
    }
    expect(await rebuild(licenseId)).toMatchObject({ seq: before.events?.length });
    expect(await world.traces(licenseId)).toEqual(before);
  });

  it('that is missing is folded from the ledger by the next command', async () => {
    const licenseId = await lived();
    await world.source.query('delete from paizhao.snapshots where license_id = $1', [licenseId]);
    await world.run(licenseId, 'assign-people', { people: somePeople() });
    expect(await rebuild(licenseId)).toMatchObject({ differed: false });
  });

  it('of a license that does not exist is not made', async () => {
    expect(await rebuild(randomUUID())).toBeNull();
  });

  it('says so when an event is newer than this program, and a person must look, once', async () => {
    const licenseId = await world.opened();
    await world.source.transaction(async (manager) => {
      const head = await lockHead(manager, licenseStream(licenseId));
      const entry = {
        type: 'something-of-2031',
        v: 1,
        validOn: '2026-11-20',
        actor: someone,
        commandId: randomUUID(),
        data: {},
      };
      await append(manager, licenseStream(licenseId), head, morning, [entry]);
    });
    for (const attention of [1, 1]) {
      const answer = await world.run(licenseId, 'assign-people', { people: somePeople() });
      expect(answer).toMatchObject({ outcome: 'appended', progress: { needsAttention: true } });
      const snapshot = await world.snapshot(licenseId);
      expect(snapshot?.state.unknownEvents).toEqual([2]);
      expect(snapshot?.state.attention).toHaveLength(attention);
    }
  });
});
