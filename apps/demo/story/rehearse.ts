import { shanghaiDay } from '../../../libs/calendar/index.js';
import { addDays } from '../calendar.js';
import { dutyInWords } from '../words.js';
import { ask, sampleCompany, type World } from './world.js';

/** Step 2: the five years before the first filing, by the code that runs live. */
export async function rehearseFiveYears(world: World): Promise<void> {
  const { narrator, officer } = world;
  const startOn = shanghaiDay(new Date().toISOString());
  const plan = {
    startOn,
    filingOn: addDays(startOn, 45),
    materials: [{ id: 'social-security-proof', issuedOn: startOn }],
  };
  const question = {
    company: sampleCompany,
    serviceTypes: ['B24'],
    coverage: { kind: 'province', provinces: ['sh'] },
    plan,
  };
  const { duties, notices, staleMaterials } = await ask(
    world,
    'rehearsal',
    200,
    officer.typed.POST('/rehearsals', { body: question }),
  );
  narrator.says('officer', `rehearses preparation to renewal; the filing is planned for ${plan.filingOn}`);
  narrator.says(
    'Paizhao',
    'plays them by the code that runs live; slack = days from the planned act to the last safe day',
  );
  const dated = duties.flatMap(({ deadline, ...duty }) => (deadline ? [{ ...duty, deadline }] : []));
  for (const { kind, period, deadline, slackDays } of dated.sort((a, b) =>
    a.deadline.date < b.deadline.date ? -1 : 1,
  )) {
    const safe = deadline.safeDay && deadline.safeDay !== deadline.date ? `, safe day ${deadline.safeDay}` : '';
    const slack = slackDays === null ? '; beyond the plan' : `; slack ${slackDays} days`;
    narrator.detail(`${deadline.date}${safe} (${deadline.firmness})  ${dutyInWords(kind, period)}${slack}`);
  }
  narrator.says('Paizhao', `${notices.length} reminders would leave until the renewal`);
  narrator.expect(notices.length > 10, 'the rehearsal shows the reminders');
  for (const { requirementId, title } of staleMaterials) {
    narrator.says('Paizhao', `too old on the planned filing day: ${requirementId} (${title.zh} ${title.en})`);
  }
  narrator.expect(staleMaterials.length > 0, 'the social-security proof is too old on the filing day');
  const shifted = duties.find(({ deadline }) => deadline?.safeDay && deadline.safeDay !== deadline.date);
  narrator.expect(shifted !== undefined, 'a date falls on a rest day, and the safe day lies before it');
  if (shifted?.deadline) {
    const { date, safeDay } = shifted.deadline;
    narrator.says(
      'Paizhao',
      `${date} (${dutyInWords(shifted.kind, shifted.period)}) is a rest day: the last safe day is ${safeDay}`,
    );
  }
}
