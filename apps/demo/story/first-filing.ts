import { addDays, addWorkingDaysFor } from '../calendar.js';
import { openFiling, supply, supplyAll } from './filing.js';
import { filing, license } from './places.js';
import {
  agenda,
  ask,
  command,
  licenseNow,
  refused,
  sampleCompany,
  showDeadline,
  skipTo,
  tellMails,
  today,
  type World,
} from './world.js';

/** Step 3: materials, a second person's sign-off, filing, receipt. Answers the filing's id. */
export async function prepare(world: World): Promise<string> {
  const { narrator, officer, approver } = world;
  const company = officer.typed.POST('/companies', { body: sampleCompany });
  world.companyId = (await ask(world, 'company', 201, company)).companyId;
  const opened = await ask(
    world,
    'license',
    201,
    officer.typed.POST('/licenses', {
      body: {
        companyId: world.companyId,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
        people: world.people,
      },
    }),
  );
  world.licenseId = opened.licenseId;
  narrator.says('officer', `opens license ${world.licenseId} for ${sampleCompany.name} (sample data)`);

  const id = await openFiling(world, { kind: 'new' });
  const day = await today(world);
  const materials = await supplyAll(world, id, day);
  narrator.says('officer', `uploads ${materials.length} materials as PDF files`);
  for (const { title, citation } of materials)
    narrator.detail(`${title.zh} ${title.en} (${citation.source} ${citation.article})`);

  await refused(world, officer, filing(id, 'sign-off'), {}, 'role-not-allowed');
  await refused(world, world.deputy, filing(id, 'sign-off'), {}, 'signer-prepared-pack');
  narrator.says('Paizhao', 'refuses the sign-off by an officer, and by the person who prepared the pack');
  await command(world, approver, filing(id, 'sign-off'), {});
  narrator.says('approver', 'signs the pack off');
  await command(world, officer, filing(id, 'submission'), {});
  await command(world, officer, filing(id, 'receipt'), { receivedOn: day, number: 'SAMPLE-R-1' });
  narrator.says('officer', `files, and records the authority's receipt of ${day}`);
  await showDeadline(world, 'acceptance', 'the authority decides on acceptance by');
  return id;
}

/** Step 4: one correction, its answer, acceptance, review with both readings, expert review. */
export async function correctAndReview(world: World, id: string): Promise<void> {
  const { narrator, officer, approver } = world;
  const received = await today(world);
  // On a rest day the reminder of what was opened would wait for the next working day.
  const noticed = addWorkingDaysFor(received, 2);
  await skipTo(world, noticed);
  const mails = world.mailbox.count;
  await command(world, officer, filing(id, 'correction-notice'), {
    noticedOn: noticed,
    dueOn: addDays(noticed, 14),
    number: 'SAMPLE-C-1',
    items: [
      { requirementId: 'application-form', text: 'Sample: the contact person is missing.' },
      { requirementId: null, text: 'Sample: name the number of seats.' },
    ],
  });
  narrator.says('authority', 'asks for a correction, two items');
  await showDeadline(world, 'correction', 'answer by');
  narrator.expect(await world.mailbox.waitFor(mails + 1), 'a mail about the correction');
  await tellMails(world, mails);

  const answered = addWorkingDaysFor(noticed, 2);
  await skipTo(world, answered);
  await supply(world, id, {
    requirementId: 'application-form',
    issuedOn: answered,
    title: 'Application form, corrected',
    reason: 'Sample: the contact person was missing.',
  });
  await refused(world, officer, filing(id, 'submission'), {}, 'pack-changed');
  await command(world, approver, filing(id, 'sign-off'), {});
  await refused(world, officer, filing(id, 'submission'), {}, 'correction-unanswered');
  await command(world, officer, filing(id, 'correction-items/{itemId}/answer', { itemId: 'r1-2' }), {
    text: 'Sample: forty seats.',
  });
  await command(world, officer, filing(id, 'submission'), {});
  const again = await today(world);
  await command(world, officer, filing(id, 'receipt'), { receivedOn: again, number: 'SAMPLE-R-2' });
  narrator.says('officer', `answers the correction; the new receipt is of ${again} and the clock starts anew`);
  await showDeadline(world, 'acceptance', 'the authority decides on acceptance by');

  const accepted = addWorkingDaysFor(again, 3);
  await skipTo(world, accepted);
  await command(world, officer, filing(id, 'acceptance'), { acceptedOn: accepted, number: 'SAMPLE-A-1' });
  narrator.says('authority', `accepts on ${accepted}`);
  const review = await showDeadline(world, 'review', 'the authority decides by');
  narrator.expect((review?.deadline?.readings.length ?? 0) >= 2, 'the review shows more than one reading');

  const from = addDays(accepted, 7);
  await skipTo(world, from);
  await command(world, officer, filing(id, 'expert-review'), { from, announcedUntil: addDays(from, 10) });
  const paused = (await agenda(world)).obligations.find(({ kind }) => kind === 'review');
  narrator.expect(paused?.paused === true, 'the expert review pauses the clock');
  narrator.says('authority', `sends the case to expert review on ${from}: the clock stands still`);
  const until = addDays(from, 10);
  await skipTo(world, until);
  await command(world, officer, filing(id, 'expert-review-end'), { on: until });
  const resumed = await showDeadline(world, 'review', `expert review ended on ${until}; now by`);
  const later = (before: string | undefined, after: string | undefined) =>
    before !== undefined && after !== undefined && after > before;
  narrator.expect(
    later(review?.deadline?.date, resumed?.deadline?.date),
    'the days of the expert review are not counted',
  );
}

/** Step 5: grant, permit, service. Answers the permit's last day. */
export async function grantAndIssue(world: World, id: string): Promise<string> {
  const { narrator, officer } = world;
  const granted = addDays(await today(world), 25);
  await skipTo(world, granted);
  await command(world, officer, filing(id, 'grant'), { grantedOn: granted, number: 'SAMPLE-G-1' });
  narrator.says('authority', `grants on ${granted}`);
  await showDeadline(world, 'permit-issue', 'the permit is due by');

  const issued = addDays(granted, 5);
  await skipTo(world, issued);
  const lastDay = addDays(`${Number(issued.slice(0, 4)) + 5}${issued.slice(4)}`, -1);
  const permit = {
    number: `沪B2-${issued.slice(0, 4)}0001`,
    validFrom: issued,
    printedLastDay: lastDay,
    serviceTypes: ['B24'],
    coverage: { kind: 'province' as const, provinces: ['sh'] as [string] },
  };
  await refused(
    world,
    officer,
    filing(id, 'permit'),
    { permit: { ...permit, printedLastDay: addDays(issued, -1) }, issuedOn: issued },
    'permit-end-before-start',
  );
  await command(world, officer, filing(id, 'permit'), { permit, issuedOn: issued });
  const now = await licenseNow(world);
  const term = now.permit?.terms?.at(-1);
  narrator.says('officer', `enters permit ${permit.number}, valid ${issued} to ${lastDay} as printed`);
  narrator.says(
    'Paizhao',
    `computed last day ${term?.computedLastDay}: ${term?.computedLastDay === lastDay ? 'equal' : 'DIFFERENT'}`,
  );
  narrator.expect(
    term?.computedLastDay === lastDay && term?.lastDay === lastDay,
    'the printed end equals the computed one',
  );

  await skipTo(world, addDays(issued, 10));
  await command(world, officer, license('services'), {
    serviceType: 'B24',
    openedOn: addDays(issued, 10),
    evidence: 'sample: first invoice of a client',
  });
  narrator.says('officer', `records the opening of service on ${addDays(issued, 10)}`);
  await showDeadline(world, 'renewal', 'the renewal must be filed by');
  return lastDay;
}
