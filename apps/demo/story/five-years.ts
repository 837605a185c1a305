import { addDays, addWorkingDaysFor } from '../calendar.js';
import { openFiling, prepareAndFile } from './filing.js';
import { agenda, ask, command, showDeadline, skipTo, tellMails, today, type World } from './world.js';

const filing = (id: string, act: string) => `/filings/${id}/${act}`;

/** The owner files the report of a year; the last mail about it has come on the first working day of January. */
async function fileReport(world: World, year: string): Promise<void> {
  const { narrator, officer } = world;
  if ((await today(world)) < `${year}-01-20`) await skipTo(world, `${year}-01-20`);
  await showDeadline(world, 'annual-report', `annual report ${year} by`);
  const id = await openFiling(world, { kind: 'annual-report', period: year });
  const day = await today(world);
  await prepareAndFile(world, id, day);
  await command(world, officer, filing(id, 'report-filed'), { filedOn: day, number: `SAMPLE-Y-${year}` });
  const open = (await agenda(world)).obligations.filter(
    (item) => item.kind === 'annual-report' && item.period === year,
  );
  narrator.expect(open.length === 0, `nothing is owed for ${year} once the report is filed`);
  narrator.says('officer', `files the annual report ${year} on ${day}`);
}

/** A shareholder leaves: a company fact that opens a duty on every license, with thirty days. */
async function changeShareholder(world: World): Promise<void> {
  const { narrator, officer } = world;
  const decided = await today(world);
  const mails = world.mailbox.count;
  const fact = {
    change: { kind: 'shareholders', decidedOn: decided, operatorChanges: true },
    facts: { shareholders: [{ kind: 'natural-person', name: '样例股东丙', percent: 100, foreign: false }] },
    validOn: decided,
  };
  const recorded = await officer.post(`/companies/${world.companyId}/facts`, fact);
  narrator.expect(
    recorded.status < 300,
    `company fact: got ${recorded.status} ${recorded.body?.code ?? ''} ${recorded.body?.detail ?? ''}`,
  );
  narrator.says('officer', `records the shareholders' decision of ${decided} on the company`);
  for (let round = 0; round < 100; round += 1) {
    if ((await agenda(world)).obligations.some(({ kind }) => kind === 'change')) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const duty = await showDeadline(world, 'change', 'the change must be filed by');
  narrator.expect(await world.mailbox.waitFor(mails + 1), 'a mail on the day of the event');
  await tellMails(world, mails);
  if (!duty) return;
  await skipTo(world, addDays(decided, 9));
  const id = await openFiling(world, { kind: 'change', answers: [duty.id] });
  await prepareAndFile(world, id, await today(world));
  const filed = await today(world);
  await command(world, officer, filing(id, 'receipt'), { receivedOn: filed, number: 'SAMPLE-R-3' });
  const accepted = addWorkingDaysFor(filed, 2);
  await skipTo(world, accepted);
  await command(world, officer, filing(id, 'acceptance'), { acceptedOn: accepted, number: 'SAMPLE-A-2' });
  const granted = addDays(accepted, 20);
  await skipTo(world, granted);
  await command(world, officer, filing(id, 'grant'), { grantedOn: granted, number: 'SAMPLE-G-2' });
  const { body: license } = await ask(world, 'license', 200, officer.get(`/licenses/${world.licenseId}`));
  const { number, serviceTypes, coverage } = license.permit;
  const { validFrom, printedLastDay } = license.permit.terms.at(-1);
  await command(world, officer, filing(id, 'permit'), {
    permit: { number, serviceTypes, coverage, validFrom, printedLastDay },
    issuedOn: granted,
  });
  const open = (await agenda(world)).obligations.filter(({ kind }) => kind === 'change');
  narrator.expect(open.length === 0, 'the change duty is done once the change is granted');
  narrator.says('authority', `grants the change on ${granted}; the permit is amended`);
}

/** Step 6: reports in the first quarter of each year, a change, and the ladder of the renewal. Answers the safe day. */
export async function liveOn(world: World, lastDay: string): Promise<string> {
  const { narrator, officer } = world;
  const firstReport = Number((await today(world)).slice(0, 4)) + 1;
  const renewal = await showDeadline(world, 'renewal', 'renewal by');
  const safe = renewal?.deadline?.safeDay ?? addDays(lastDay, -92);
  const lastReportBeforeRenewal = Number(safe.slice(0, 4));
  for (let year = firstReport; year < lastReportBeforeRenewal; year += 1) {
    await skipTo(world, `${year}-01-10`);
    await fileReport(world, String(year));
    if (year === firstReport) {
      await skipTo(world, `${year}-05-06`);
      await changeShareholder(world);
    }
  }
  narrator.says('time', 'the renewal window comes');
  await climb(world, safe, String(lastReportBeforeRenewal));
  const { body: notices } = await ask(world, 'notices', 200, officer.get(`/licenses/${world.licenseId}/notices`));
  narrator.detail(`notices on record so far: ${notices.notices?.length ?? 0}`);
  return safe;
}

/** The first rung is acknowledged; the second is ignored and goes to the deputy and to the manager. */
async function climb(world: World, safe: string, reportYear: string): Promise<void> {
  const { narrator, officer } = world;
  await skipTo(world, addDays(safe, -178));
  const renewal = (await agenda(world)).obligations.find(({ kind }) => kind === 'renewal');
  narrator.expect(renewal !== undefined, 'the renewal is on the agenda');
  if (!renewal) return;
  await command(world, officer, '/acknowledgements', { obligationId: renewal.id, rung: 'S-180' });
  narrator.says('owner', 'acknowledges rung S-180: nobody else is told');
  const before = (await world.mailbox.all()).length;
  const ignoredUntil = addDays(safe, -106);
  const report = `${reportYear}-01-20`;
  if (report > (await today(world)) && report < ignoredUntil) await fileReport(world, reportYear);
  await skipTo(world, ignoredUntil);
  const mails = (await world.mailbox.all()).slice(before);
  const told = (address: string) => mails.some((mail) => mail.to.includes(address));
  narrator.expect(told('sample.deputy@example.com'), 'the ignored rung S-120 reaches the deputy');
  narrator.expect(told('sample.manager@example.com'), 'then the manager');
  narrator.says('owner', 'ignores rung S-120: two working days later the deputy is told, after four the manager');
  const reportOpen = (await agenda(world)).obligations.some(
    (item) => item.kind === 'annual-report' && item.period === reportYear,
  );
  if (reportOpen) await fileReport(world, reportYear);
}
