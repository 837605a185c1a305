import type { Life } from '../support/life.js';

const shanghai = { kind: 'province', provinces: ['sh'] };

/** Refused for a false material: rights of appeal, a year in which nobody may apply, then a new filing that is granted. */
export async function refusedAndFiledAgain(life: Life): Promise<void> {
  await life.founds(4);
  await life.opens(shanghai);
  const first = await life.files('new');
  await life.until('2026-03-06');
  await life.accepted(first);
  await life.until('2026-04-13');
  await life.refusedBy(first, { falseMaterial: true });
  await life.until('2026-11-20');
  const again = await life.refused('/filings', { kind: 'new' });
  expect(again).toBe('application-barred');

  await life.until('2027-04-19');
  const second = await life.files('new');
  await life.until('2027-04-23');
  await life.accepted(second);
  await life.until('2027-05-17');
  await life.granted(second);
  await life.until('2027-05-24');
  const permit = { number: '沪B2-20270004', serviceTypes: ['B24'], coverage: shanghai };
  await life.issued(second, { ...permit, validFrom: '2027-05-24', printedLastDay: '2032-05-23' });
  await life.until('2027-06-07');
  await life.starts();

  await life.until('2028-01-03');
  await life.reports();
  await life.until('2029-01-02');
  await life.reports();
  await life.until('2030-01-02');
  await life.reports();
  await life.until('2030-04-08');
  await life.changes('name', { name: '样例呼叫中心（上海）股份有限公司' }, { registeredOn: life.today });
  await life.until('2030-04-22');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2030-04-26');
  await life.accepted(change);
  await life.until('2030-05-20');
  await life.granted(change);
  await life.amended(change);
  await life.until('2031-01-02');
  await life.reports();

  await life.until('2031-11-24');
  const renewal = await life.files('renewal');
  await life.until('2031-11-28');
  await life.accepted(renewal);
  await life.until('2031-12-29');
  await life.granted(renewal);
  await life.until('2032-01-05');
  await life.issued(renewal, { ...permit, validFrom: '2032-05-24', printedLastDay: '2037-05-23' });
  await life.reports();
  await life.until('2032-05-25');
}
