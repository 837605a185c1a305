import type { Life } from '../support/life.js';

const shanghai = { kind: 'province', provinces: ['sh'] };

/** The renewal is never filed: weekly reminders, the lapse, a service that runs on without a right, and its end. */
export async function lapsed(life: Life): Promise<void> {
  await life.founds(5);
  await life.opens(shanghai);
  const first = await life.files('new');
  await life.until('2026-03-06');
  await life.accepted(first);
  await life.until('2026-04-03');
  await life.granted(first);
  await life.until('2026-04-13');
  const permit = { number: '沪B2-20260005', serviceTypes: ['B24'], coverage: shanghai };
  await life.issued(first, { ...permit, validFrom: '2026-04-13', printedLastDay: '2031-04-12' });
  await life.until('2026-04-27');
  await life.starts();
  await life.does('/operations', { serviceType: 'B24', province: 'sh', startedOn: life.today });

  await life.until('2027-01-05');
  await life.reports();
  await life.until('2028-01-04');
  await life.reports();
  await life.until('2028-08-07');
  await life.changes('legal-representative', { legalRepresentative: '样例法定代表人丙' });
  await life.until('2028-09-18');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2028-09-22');
  await life.accepted(change);
  await life.until('2028-10-16');
  await life.granted(change);
  await life.amended(change);
  await life.until('2029-04-11');
  await life.reports();
  await life.until('2030-01-03');
  await life.reports();
  await life.until('2031-01-03');
  await life.reports();

  await life.until('2031-04-15');
  expect(await life.refused('/filings', { kind: 'renewal' })).toBe('permit-not-valid');
  expect((await life.duty('renewal')).next.en).toMatch(/can no longer be renewed: stop the service/);
  await life.until('2031-04-25');
  await life.does('/operations/operation-1/stop', { stoppedOn: life.today });
  await life.until('2031-05-19');
  await life.does('/cancellation', { cancelledOn: life.today, returnPaper: { dueOn: '2031-06-18' } });
  await life.until('2031-06-10');
  await life.does('/permit-return', { returnedOn: life.today });
}

/**
 * The same company begins again with a license that follows the old one. That it is opened at the beginning of all
 * stories is a matter of simulated time alone: each license has its own.
 */
export async function begunAnew(old: Life): Promise<Life> {
  const life = old.again();
  await life.opens(shanghai, { follows: old.licenseId });
  await life.until('2031-06-16');
  const first = await life.files('new');
  await life.until('2031-06-20');
  await life.accepted(first);
  await life.until('2031-07-14');
  await life.granted(first);
  await life.until('2031-07-21');
  const permit = { number: '沪B2-20310005', serviceTypes: ['B24'], coverage: shanghai };
  await life.issued(first, { ...permit, validFrom: '2031-07-21', printedLastDay: '2036-07-20' });
  await life.until('2031-08-04');
  await life.starts();
  expect(await life.license).toMatchObject({ follows: old.licenseId, status: 'valid' });
  expect(await old.license).toMatchObject({ followedBy: [life.licenseId], status: 'cancelled', wakeUp: null });
  return life;
}
