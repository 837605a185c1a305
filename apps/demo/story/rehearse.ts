import { ask, sampleCompany, type World } from './world.js';

/** Step 2: the five years before the first filing, by the code that runs live. */
export async function rehearseFiveYears(world: World): Promise<void> {
  const { narrator, officer } = world;
  const question = {
    company: sampleCompany,
    serviceTypes: ['B24'],
    coverage: { kind: 'province', provinces: ['sh'] },
    plan,
  };
  const { body } = await ask(world, 'rehearsal', 200, officer.post('/rehearsals', question));
  narrator.says('officer', 'rehearses preparation to renewal');
  for (const duty of body.duties ?? []) {
    const { kind, period, deadline, slackDays } = duty;
    if (!deadline) continue;
    narrator.detail(
      `${kind}${period ? ` ${period}` : ''}: ${deadline.date}, safe day ${deadline.safeDay ?? '–'} (${deadline.firmness}), slack ${slackDays ?? '–'} days`,
    );
  }
  narrator.says('Paizhao', `${body.notices?.length ?? 0} reminders would leave until the renewal`);
  narrator.expect((body.notices?.length ?? 0) > 10, 'the rehearsal shows the reminders');
  const stale = (body.staleMaterials ?? []) as { requirementId: string }[];
  for (const material of stale) narrator.says('Paizhao', `stale on the planned filing day: ${material.requirementId}`);
  narrator.expect(
    stale.some(({ requirementId }) => requirementId.includes('social')),
    'the social-security proof is stale on the filing day',
  );
  const shifted = (body.duties ?? []).some(
    (duty: { deadline?: { date: string; safeDay: string | null } }) =>
      duty.deadline?.safeDay && duty.deadline.safeDay !== duty.deadline.date,
  );
  narrator.expect(shifted, 'a legal date falls on a rest day and the safe day lies before it');
}
