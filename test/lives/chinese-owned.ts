import type { Life } from '../support/life.js';

const shanghai = { kind: 'province', provinces: ['sh'] };

/** A Chinese-owned company runs a call center in one province: a correction, an expert review, a change, a renewal granted. */
export async function chineseOwned(life: Life): Promise<void> {
  await life.founds(1);
  await life.opens(shanghai);
  const first = await life.files('new');

  await life.until('2026-03-04');
  const items = [{ requirementId: 'application-form', text: '缺联系人' }];
  await life.does(`/filings/${first}/correction-notice`, { noticedOn: life.today, dueOn: '2026-03-18', items });
  await life.until('2026-03-12');
  await life.supplies(first, 'application-form');
  await life.handsIn(first);
  await life.until('2026-03-17');
  await life.accepted(first);
  await life.until('2026-03-24');
  await life.does(`/filings/${first}/expert-review`, { from: life.today });
  await life.until('2026-04-03');
  await life.does(`/filings/${first}/expert-review-end`, { on: life.today });
  await life.until('2026-04-27');
  await life.granted(first);
  await life.until('2026-05-08');
  const permit = { number: '沪B2-20260001', serviceTypes: ['B24'], coverage: shanghai };
  await life.issued(first, { ...permit, validFrom: '2026-05-08', printedLastDay: '2031-05-07' });
  await life.until('2026-05-18');
  await life.starts();

  await life.until('2027-01-20');
  await life.reports();
  await life.until('2028-01-04');
  await life.acknowledges('annual-report', 'january-1');
  await life.until('2028-03-21');
  await life.reports();

  await life.until('2028-06-05');
  const holders = [{ kind: 'natural-person', name: '样例股东丙', percent: 100, foreign: false }];
  await life.changes('shareholders', { shareholders: holders }, { operatorChanges: true });
  await life.until('2028-06-20');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2028-06-26');
  await life.accepted(change);
  await life.until('2028-07-17');
  await life.granted(change);
  await life.amended(change);

  await life.until('2029-01-08');
  await life.reports();
  await life.until('2030-01-08');
  await life.reports();

  await life.until('2030-08-14');
  await life.acknowledges('renewal', 'S-180');
  await life.until('2030-11-11');
  const renewal = await life.files('renewal');
  await life.until('2030-11-15');
  await life.accepted(renewal);
  await life.until('2031-01-13');
  await life.reports();
  await life.until('2031-02-10');
  await life.granted(renewal);
  await life.until('2031-02-17');
  await life.issued(renewal, { ...permit, validFrom: '2031-05-08', printedLastDay: '2036-05-07' });
  await life.until('2031-05-12');
}
