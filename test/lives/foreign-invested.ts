import type { Life } from '../support/life.js';

const shanghai = { kind: 'province', provinces: ['sh'] };

/** With a foreign shareholder the ministry decides on one province too, asks for more, and takes longer. */
export async function foreignInvested(life: Life): Promise<void> {
  const shareholders = [
    { kind: 'company', name: '样例控股有限公司', percent: 60, foreign: false },
    { kind: 'company', name: 'Sample Holdings Ltd', percent: 40, foreign: true },
  ];
  await life.founds(3, { foreignShare: 40, shareholders });
  await life.opens(shanghai);
  const first = await life.files('new');

  await life.until('2026-03-05');
  const items = [{ requirementId: null, text: '说明外方股东的最终控制人' }];
  await life.does(`/filings/${first}/correction-notice`, { noticedOn: life.today, dueOn: null, items });
  await life.until('2026-03-30');
  await life.does(`/filings/${first}/correction-items/r1-1/answer`, { text: '样例：最终控制人为自然人' });
  await life.supplies(first, 'application-form');
  await life.handsIn(first);
  await life.until('2026-04-03');
  await life.accepted(first);
  await life.until('2026-06-08');
  await life.does(`/filings/${first}/expert-review`, { from: life.today, announcedUntil: '2026-07-08' });
  await life.until('2026-07-08');
  await life.does(`/filings/${first}/expert-review-end`, { on: life.today });
  await life.until('2026-08-17');
  await life.granted(first);
  await life.until('2026-09-14');
  const permit = { number: 'B2-20260003', serviceTypes: ['B24'], coverage: shanghai };
  await life.issued(first, { ...permit, validFrom: '2026-09-14', printedLastDay: '2031-09-13' });
  await life.until('2026-09-28');
  await life.starts();

  await life.until('2027-03-31');
  await life.reports();
  await life.until('2028-01-03');
  await life.reports();
  await life.until('2029-01-02');
  await life.reports();
  await life.until('2029-05-07');
  const holders = [
    { kind: 'company', name: '样例控股有限公司', percent: 55, foreign: false },
    { kind: 'company', name: 'Sample Holdings Ltd', percent: 45, foreign: true },
  ];
  await life.changes('shareholders', { foreignShare: 45, shareholders: holders }, { operatorChanges: true });
  await life.until('2029-06-05');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2029-06-11');
  await life.accepted(change);
  await life.until('2029-07-09');
  await life.granted(change);
  await life.amended(change);
  await life.until('2030-01-02');
  await life.reports();

  await life.until('2031-01-02');
  await life.reports();
  await life.until('2031-06-13');
  const renewal = await life.files('renewal');
  await life.until('2031-06-20');
  await life.accepted(renewal);
  await life.until('2031-08-25');
  await life.granted(renewal);
  await life.until('2031-09-05');
  await life.issued(renewal, { ...permit, validFrom: '2031-09-14', printedLastDay: '2036-09-13' });
  await life.until('2031-09-16');
}
