import type { Life } from '../support/life.js';

const everywhere = { kind: 'nationwide' };

/** For the whole country, so the ministry decides: it is silent twice, and a report comes back. */
export async function nationwide(life: Life): Promise<void> {
  await life.founds(2, { registeredCapital: 10_000_000 });
  await life.opens(everywhere);
  const first = await life.files('new');

  await life.until('2026-03-11');
  await life.does(`/filings/${first}/acceptance-confirmation`, {}, life.approver);
  await life.until('2026-05-25');
  await life.granted(first);
  await life.until('2026-06-01');
  const permit = { number: 'B2-20260002', serviceTypes: ['B24'], coverage: everywhere };
  await life.issued(first, { ...permit, validFrom: '2026-06-01', printedLastDay: '2031-05-31' });
  await life.until('2026-06-15');
  await life.starts();

  await life.until('2027-01-05');
  await life.reports();
  await life.until('2027-09-06');
  await life.changes('legal-representative', { legalRepresentative: '样例法定代表人乙' });
  await life.until('2027-09-30');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2027-10-08');
  await life.accepted(change);
  await life.until('2027-10-25');
  await life.granted(change);
  await life.amended(change);

  await life.until('2028-01-04');
  const report = await life.prepares('annual-report', { period: '2028' });
  await life.does(`/filings/${report}/submission`);
  await life.until('2028-01-12');
  await life.does(`/filings/${report}/report-return`, { returnedOn: life.today, dueOn: '2028-02-04' });
  await life.until('2028-02-02');
  await life.supplies(report);
  await life.does(`/filings/${report}/submission`);
  await life.does(`/filings/${report}/report-filed`, { filedOn: life.today });
  await life.until('2029-01-03');
  await life.reports();
  await life.until('2030-01-03');
  await life.reports();

  await life.until('2030-11-04');
  await life.acknowledges('renewal', 'S-120');
  await life.until('2030-12-02');
  const renewal = await life.files('renewal');
  await life.until('2030-12-06');
  await life.accepted(renewal);
  await life.until('2031-01-03');
  await life.reports();
  await life.until('2031-06-03');
  await life.does(`/filings/${renewal}/renewal-confirmation`, {}, life.approver);
  await life.until('2031-06-23');
  await life.granted(renewal);
  await life.until('2031-06-30');
  await life.issued(renewal, { ...permit, validFrom: '2031-06-01', printedLastDay: '2036-05-31' });
  await life.until('2031-07-31');
}
