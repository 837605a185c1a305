import { addDays, addWorkingDaysFor } from '../calendar.js';
import { openFiling, prepareAndFile } from './filing.js';
import { type BodyAt, filing, license } from './places.js';
import {
  agenda,
  ask,
  command,
  licenseNow,
  ofLicense,
  showDeadline,
  skipTo,
  tellMails,
  today,
  type World,
} from './world.js';

/**
 * Lets time pass up to a day. On the first working day of each January on the way the owner gets the year's reminder
 * and files the report at once.
 */
export async function advanceTo(world: World, day: string): Promise<void> {
  for (let year = Number((await today(world)).slice(0, 4)); ; year += 1) {
    const firstWorkingDay = addWorkingDaysFor(`${year - 1}-12-31`, 1);
    if (firstWorkingDay > day) break;
    if (firstWorkingDay > (await today(world))) await skipTo(world, firstWorkingDay);
    await fileReports(world);
  }
  if (day > (await today(world))) await skipTo(world, day);
}

async function fileReports(world: World): Promise<void> {
  const { narrator, officer } = world;
  const open = (await agenda(world)).obligations.filter(({ kind }) => kind === 'annual-report');
  for (const { period } of open) {
    if (period === null) continue;
    await showDeadline(world, 'annual-report', `annual report ${period} by`);
    const id = await openFiling(world, { kind: 'annual-report', period });
    const day = await today(world);
    await prepareAndFile(world, id, day);
    await command(world, officer, filing(id, 'report-filed'), { filedOn: day, number: `SAMPLE-Y-${period}` });
    const left = (await agenda(world)).obligations.filter(
      (item) => item.kind === 'annual-report' && item.period === period,
    );
    narrator.expect(left.length === 0, `nothing is owed for ${period} once the report is filed`);
    narrator.says('officer', `files the annual report ${period} on ${day}`);
  }
}

/** As a permit is entered; what is read of one says less of how many provinces there are. */
type Coverage = BodyAt<'/licenses/{id}/filings/{filingId}/permit'>['permit']['coverage'];

/** A shareholder leaves: a company fact that opens a duty on every license, with thirty days. */
async function changeShareholder(world: World): Promise<void> {
  const { narrator, officer } = world;
  const decided = await today(world);
  const mails = world.mailbox.count;
  const fact = {
    change: { kind: 'shareholders' as const, decidedOn: decided, operatorChanges: true },
    facts: { shareholders: [{ kind: 'natural-person' as const, name: '样例股东丙', percent: 100, foreign: false }] },
    validOn: decided,
  };
  const recording = officer.typed.POST('/companies/{id}/facts', {
    params: { path: { id: world.companyId } },
    body: fact,
  });
  await ask(world, 'company fact', 201, recording);
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
  narrator.says('officer', `files the change on ${filed}: nobody is reminded of it any more`);
  const accepted = addWorkingDaysFor(filed, 2);
  await skipTo(world, accepted);
  await command(world, officer, filing(id, 'acceptance'), { acceptedOn: accepted, number: 'SAMPLE-A-2' });
  narrator.says('authority', `accepts the change on ${accepted}`);
  const granted = addDays(accepted, 20);
  await advanceTo(world, granted);
  await command(world, officer, filing(id, 'grant'), { grantedOn: granted, number: 'SAMPLE-G-2' });
  const now = await licenseNow(world);
  const { permit } = now;
  const term = permit?.terms.at(-1);
  if (!permit || !term?.printedLastDay) throw new Error('the license has no permit');
  const { number, serviceTypes, coverage } = permit;
  await command(world, officer, filing(id, 'permit'), {
    permit: {
      number,
      serviceTypes,
      coverage: coverage as Coverage,
      validFrom: term.validFrom,
      printedLastDay: term.printedLastDay,
    },
    issuedOn: granted,
  });
  const open = (await agenda(world)).obligations.filter(({ kind }) => kind === 'change');
  narrator.expect(open.length === 0, 'the change duty is done once the change is granted');
  narrator.says('authority', `grants the change on ${granted}; the permit is amended`);
}

/** Step 6: reports in the first quarter of each year, a change, and the ladder of the renewal. Answers the safe day. */
export async function liveOn(world: World, lastDay: string): Promise<string> {
  const { narrator, officer } = world;
  const renewal = await showDeadline(world, 'renewal', 'renewal by');
  const safe = renewal?.deadline?.safeDay ?? addDays(lastDay, -92);
  const secondYear = Number((await today(world)).slice(0, 4)) + 1;
  await advanceTo(world, addWorkingDaysFor(`${secondYear}-05-10`, 1));
  await changeShareholder(world);
  await climb(world, safe);
  const { notices } = await ask(world, 'notices', 200, officer.typed.GET('/licenses/{id}/notices', ofLicense(world)));
  const sent = notices.flatMap(({ deliveries }) => deliveries);
  narrator.detail(`messages on record so far: ${sent.length}, each with its states and the answer of the mail server`);
  narrator.expect(
    sent.every(({ state }) => state === 'sent'),
    'every message has left',
  );
  return safe;
}

/** The first rung is acknowledged; the second is ignored and goes to the deputy and to the manager. */
async function climb(world: World, safe: string): Promise<void> {
  const { narrator, officer } = world;
  await advanceTo(world, addDays(safe, -179));
  const renewal = (await agenda(world)).obligations.find(({ kind }) => kind === 'renewal');
  narrator.expect(renewal !== undefined, 'the renewal is on the agenda');
  if (!renewal) return;
  await command(world, officer, license('acknowledgements'), { obligationId: renewal.id, rung: 'S-180' });
  narrator.says('owner', 'acknowledges the reminder S-180 (180 days before the safe day): nobody else is told');
  const before = (await world.mailbox.all()).length;
  await advanceTo(world, addDays(safe, -122));
  const quiet = (await world.mailbox.all()).length;
  await advanceTo(world, addDays(safe, -106));
  const mails = (await world.mailbox.all()).slice(quiet);
  const told = (address: string) => mails.some((mail) => mail.to.includes(address));
  narrator.expect(quiet === before, 'between the acknowledged rung and the next one nobody is written to');
  narrator.expect(told('sample.deputy@example.com'), 'the ignored rung S-120 reaches the deputy');
  narrator.expect(told('sample.manager@example.com'), 'then the manager');
  narrator.says(
    'owner',
    'ignores the reminder S-120: two working days later the deputy is told, after four the manager',
  );
}
