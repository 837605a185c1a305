import { deliveryStream, openBody, readStream } from '../../libs/ledger/index.js';
import { type Cast, cast, heldLicense, must } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;
let all: Cast;
let permits = 0;

beforeAll(async () => {
  world = await ApiWorld.create();
  all = await cast(world);
});

afterAll(() => world.close());

/** A company with so many licenses, which decided on another name: people know the duty, and no date of it yet. */
async function changingCompany(licenses: number): Promise<{ companyId: string; licenseIds: string[] }> {
  const { companyId, licenseId } = await heldLicense(all);
  const licenseIds = [licenseId];
  while (licenseIds.length < licenses) {
    const permit = {
      number: `沪B2-2022${String(++permits).padStart(4, '0')}`,
      validFrom: '2023-03-15',
      printedLastDay: '2028-03-14',
      serviceTypes: ['B25'],
      coverage: { kind: 'province', provinces: ['sh'] },
    };
    const opened = [{ serviceType: 'B25', openedOn: permit.validFrom }];
    const reportsFiled = ['2024', '2025', '2026'];
    const held = { companyId, people: all.people, permit, grantedOn: permit.validFrom, opened, reportsFiled };
    licenseIds.push((await must(all.officer.post('/licenses/registrations', held))).licenseId);
  }
  await changes(companyId, null);
  return { companyId, licenseIds };
}

/** Once the change is registered, it has a date. */
function changes(companyId: string, registeredOn: string | null, more: object = {}) {
  const change = { kind: 'name', decidedOn: '2026-11-02', registeredOn };
  return must(all.officer.post(`/companies/${companyId}/facts`, { change, facts: {}, ...more }));
}

interface Delivery {
  key: string;
  state: string;
  smtpAnswer: string | null;
}

async function movedDates(licenseId: string): Promise<Delivery[]> {
  const { notices } = await must(all.auditor.get(`/licenses/${licenseId}/notices`));
  return notices
    .filter(({ rung }: { rung: string }) => rung.startsWith('date-moved'))
    .flatMap(({ deliveries }: { deliveries: Delivery[] }) => deliveries);
}

describe('a change that moves dates', () => {
  it('of many licenses mails nobody, and says so in the list of notices and on record', async () => {
    const { companyId, licenseIds } = await changingCompany(2);
    expect(await changes(companyId, '2026-11-19')).toMatchObject({ notify: false });
    for (const licenseId of licenseIds) {
      const [moved, ...more] = await movedDates(licenseId);
      expect(more).toEqual([]);
      expect(moved).toMatchObject({ state: 'suppressed', smtpAnswer: expect.stringContaining('many licenses') });
      const deliveries = (await readStream(world.source, deliveryStream(licenseId))).map(({ body }) => openBody(body));
      expect(deliveries).toContainEqual(
        expect.objectContaining({ type: 'delivery-suppressed', data: expect.objectContaining({ key: moved?.key }) }),
      );
    }
  });

  it('mails people where that is asked for', async () => {
    const { companyId, licenseIds } = await changingCompany(2);
    expect(await changes(companyId, '2026-11-19', { notify: true })).toMatchObject({ notify: true });
    for (const licenseId of licenseIds) expect(await movedDates(licenseId)).toMatchObject([{ state: 'queued' }]);
  });

  it('of one license mails people as ever, unless it is told not to', async () => {
    const [one, other] = [await changingCompany(1), await changingCompany(1)];
    expect(await changes(one.companyId, '2026-11-19')).toMatchObject({ notify: true });
    expect(await movedDates(one.licenseIds[0] ?? '')).toMatchObject([{ state: 'queued' }]);
    await changes(other.companyId, '2026-11-19', { notify: false });
    expect(await movedDates(other.licenseIds[0] ?? '')).toMatchObject([{ state: 'suppressed' }]);
  });
});
