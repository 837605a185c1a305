import { randomBytes, randomUUID } from 'node:crypto';
import { type HeldPermit, type ImportOptions, importPermits } from '../../activities/import-permits.js';
import { importerOn } from '../../apps/worker/jobs/importer.js';
import type { People } from '../../libs/domain/index.js';
import { deliveryStream, licenseStream, openBody, readStream, verifyChain } from '../../libs/ledger/index.js';
import {
  Cipher,
  CompanyRepository,
  LicenseRepository,
  OutboxRepository,
  PersonRepository,
} from '../../libs/persistence/index.js';
import { AdvanceWorld, someone } from '../support/advance-world.js';
import { anOpening, aPermit } from '../support/builders.js';

const morning = '2026-11-20T02:00:00.000Z';
const act = { actor: someone, commandId: randomUUID(), now: morning, validOn: '2026-11-20' };
const cipher = new Cipher(randomBytes(32));

let world: AdvanceWorld;
let companyId: string;
let people: People;

beforeAll(async () => {
  world = await AdvanceWorld.create();
  companyId = randomUUID();
  await world.source.transaction((manager) =>
    new CompanyRepository(manager).register(companyId, anOpening().company, act),
  );
  people = { owner: await aPerson(), deputy: await aPerson(), manager: await aPerson() };
});

afterAll(() => world.close());

async function aPerson(): Promise<string> {
  const id = randomUUID();
  const person = { id, name: 'Sample', mail: `${id}@example.com`, language: 'en' } as const;
  await world.source.transaction((manager) => new PersonRepository(manager, cipher).add(person, act));
  return id;
}

let numbers = 0;

/** Its renewal window is over, so that there would be something to say at once. */
const aHeldPermit = (over: Partial<HeldPermit> = {}): HeldPermit => ({
  key: randomUUID(),
  companyId,
  people,
  permit: aPermit({
    number: `沪B2-2021${String(++numbers).padStart(4, '0')}`,
    validFrom: '2021-12-20',
    printedLastDay: '2026-12-19',
  }),
  grantedOn: '2021-12-01',
  opened: [{ serviceType: 'B24', openedOn: '2022-01-01' }],
  reportsFiled: ['2022', '2023', '2024', '2025', '2026'],
  unknown: [],
  ...over,
});

function imports(permits: HeldPermit[], over: Partial<ImportOptions> = {}, at = morning) {
  const rules = {
    wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
    simulation: 'off',
    log: { warn: () => undefined },
  } as const;
  const deps = { ...importerOn(world.source, cipher, rules), now: () => at };
  return importPermits(permits, deps, { principal: `person:${someone.id}`, actor: someone, notify: false, ...over });
}

const outbox = (licenseId: string) => new OutboxRepository(world.source.manager).ofLicense(licenseId);

describe('an import', () => {
  it('puts each permit on record by a chain that verifies, with its dates and the next wake-up', async () => {
    const numbers: number[] = [];
    const imported = await imports([aHeldPermit(), aHeldPermit(), aHeldPermit()], {
      onImported: (_, number) => void numbers.push(number),
    });
    expect(imported.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported']);
    expect(numbers).toEqual([1, 2, 3]);
    const licenses = new LicenseRepository(world.source.manager);
    for (const { licenseId } of imported) {
      for (const stream of [licenseStream(licenseId), deliveryStream(licenseId)]) {
        const rows = await readStream(world.source, stream);
        expect(rows.length).toBeGreaterThan(0);
        expect(verifyChain(stream, rows).findings).toEqual([]);
      }
      const next = (await licenses.plannedRungs(licenseId))[0]?.at ?? '';
      expect(next > morning).toBe(true);
      expect(await licenses.standing(licenseId)).toMatchObject({ ended: false, wakeAt: next });
    }
  });

  it('records what was due as suppressed, with the reason, and tells nobody', async () => {
    const [imported] = await imports([aHeldPermit()]);
    const rows = await outbox(imported?.licenseId ?? '');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ state: 'suppressed', attempts: 0, smtpAnswer: expect.stringContaining('import') });
    const entries = (await readStream(world.source, deliveryStream(imported?.licenseId ?? ''))).map(({ body }) =>
      openBody(body),
    );
    expect(entries.map(({ type }) => type)).toEqual(rows.map(() => 'delivery-suppressed'));
  });

  it('escalates nothing that it told nobody; the next rung is told', async () => {
    const [imported] = await imports([aHeldPermit()]);
    const licenseId = imported?.licenseId ?? '';
    const suppressed = new Set((await outbox(licenseId)).map(({ key }) => key));
    for (;;) {
      const snapshot = await world.snapshot(licenseId);
      await world.advance({ kind: 'wake-up', licenseId, expectedSeq: snapshot?.seq ?? 0, now: snapshot?.wakeAt ?? '' });
      const told = (await outbox(licenseId)).filter(({ key }) => !suppressed.has(key));
      if (told.length === 0) continue;
      expect(told).toMatchObject([{ role: 'owner', state: 'queued' }]);
      expect(told[0]?.notice.withheld).toBeUndefined();
      return;
    }
  });

  it('tells people where that is asked for', async () => {
    const [imported] = await imports([aHeldPermit()], { notify: true });
    const rows = await outbox(imported?.licenseId ?? '');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.state).toBe('queued');
  });

  it('changes nothing when it is repeated, on another day too', async () => {
    const permits = [aHeldPermit(), aHeldPermit()];
    const first = await imports(permits);
    const traces = await Promise.all(first.map(({ licenseId }) => world.traces(licenseId)));
    const again = await imports(permits, {}, '2026-11-23T02:00:00.000Z');
    expect(again).toEqual(first.map((imported) => ({ ...imported, outcome: 'on-record' })));
    expect(await Promise.all(again.map(({ licenseId }) => world.traces(licenseId)))).toEqual(traces);
  });

  it.each<[string, string, Partial<HeldPermit>]>([
    ['a company that is not there', 'company-unknown', { companyId: randomUUID() }],
    ['a company by an id that is none', 'company-unknown', { companyId: '沪B2-20210001' }],
    ['a person who is not there', 'person-not-found', { people: { owner: randomUUID(), deputy: 'x', manager: 'y' } }],
    ['a permit without a number', 'permit-number-missing', { permit: aPermit({ number: ' ' }) }],
  ])('refuses %s, and lets the others in', async (_, code, wrong) => {
    const held = aHeldPermit(wrong);
    const [refused, other] = await imports([held, aHeldPermit()]);
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code, details: { pointer: expect.any(String) } } });
    expect(other).toMatchObject({ outcome: 'imported' });
    const left = await world.traces(refused?.licenseId ?? '');
    expect(Object.values(left).flat()).toEqual([]);
  });

  it('refuses another permit under a key that was used', async () => {
    const held = aHeldPermit();
    await imports([held]);
    const [refused] = await imports([{ ...held, grantedOn: '2021-12-02' }]);
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'idempotency-key-reused' } });
  });

  it('makes no second license of a permit that comes under another key, in other letters too', async () => {
    const held = aHeldPermit();
    const [first] = await imports([held]);
    const number = held.permit.number.replace('B2-', 'ｂ２-');
    const [again] = await imports([{ ...held, key: randomUUID(), permit: { ...held.permit, number } }]);
    expect(again).toMatchObject({ outcome: 'on-record', licenseId: first?.licenseId });
  });

  it('makes no second license of a permit whose license ended', async () => {
    const held = aHeldPermit();
    const [first] = await imports([held]);
    const licenseId = first?.licenseId ?? '';
    await world.run(licenseId, 'record-cancellation', { cancelledOn: '2026-11-20', number: null });
    expect(await new LicenseRepository(world.source.manager).standing(licenseId)).toMatchObject({ ended: true });
    const [again] = await imports([{ ...held, key: randomUUID() }]);
    expect(again).toMatchObject({ outcome: 'on-record', licenseId });
  });

  it('names what comes twice in one call, by its key or by its permit', async () => {
    const [one, two, three] = [aHeldPermit(), aHeldPermit(), aHeldPermit()];
    const imported = await imports([one, { ...two, key: one.key }, { ...three, permit: one.permit }]);
    expect(imported).toMatchObject([
      { outcome: 'imported' },
      {
        outcome: 'refused',
        refusal: { code: 'import-repeated', details: { pointer: '/key', index: 0, key: one.key } },
      },
      { outcome: 'refused', refusal: { code: 'import-repeated', details: { pointer: '/permit/number', index: 0 } } },
    ]);
  });

  it.each<[string, object, string]>([
    ['lists that are nothing', { opened: null }, '/opened'],
    ['a coverage that is none', { permit: { ...aPermit(), coverage: { kind: 'moon' } } }, '/permit/coverage/kind'],
    ['no permit at all', { permit: undefined }, '/permit'],
    ['a field that is none', { color: 'red' }, ''],
  ])('refuses a row with %s, and lets the others in', async (_, wrong, pointer) => {
    const [refused, other] = await imports([{ ...aHeldPermit(), ...wrong } as HeldPermit, aHeldPermit()]);
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'permit-malformed' } });
    expect(refused).toHaveProperty('refusal.details.pointer', pointer);
    expect(other).toMatchObject({ outcome: 'imported' });
  });

  it('refuses what is nothing, and lets the others in', async () => {
    const imported = await imports([null as unknown as HeldPermit, aHeldPermit()]);
    expect(imported.map(({ outcome }) => outcome)).toEqual(['refused', 'imported']);
  });
});
