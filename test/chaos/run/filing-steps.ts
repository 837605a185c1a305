import { addDays, type CivilDate } from '../../../libs/calendar/index.js';
import type { Callers } from './callers.js';
import type { Dice } from './dice.js';
import type { Told } from './journal.js';

const closed = new Set(['issued', 'refused', 'not-accepted', 'withdrawn', 'filed', 'completed']);

/** The next step of the license's filing of this kind, by what is on record; the first one opens it. */
export async function fileOn(callers: Callers, licenseId: string, kind: string, dice: Dice): Promise<void> {
  const path = `/licenses/${licenseId}`;
  const license = await callers.look('officer', path);
  if (!license) return;
  const open = license.filings.find((filing: Told) => filing.kind === kind && !closed.has(filing.status));
  if (!open) await callers.post('officer', `${path}/filings`, { kind });
  else await step(callers, `${path}/filings/${open.id}`, license.today, dice, open.status);
}

async function step(callers: Callers, filing: string, today: CivilDate, dice: Dice, status: string): Promise<void> {
  const withdraw = () => callers.post('officer', `${filing}/withdrawal`, { withdrawnOn: today });
  switch (status) {
    case 'draft':
    case 'correction':
      await prepare(callers, filing, today, dice);
      return;
    case 'submitted':
      await atTheAuthority(callers, filing, today, dice, withdraw);
      return;
    case 'accepted':
      if (dice.happens(0.5)) await withdraw();
      else
        await callers.post('officer', `${filing}/expert-review`, { from: today, announcedUntil: addDays(today, 10) });
      return;
    case 'expert-review':
      await callers.post('officer', `${filing}/expert-review-end`, { on: today });
      return;
    default:
      await withdraw();
  }
}

/** One material at a time; a complete pack is signed off by another person and handed in. */
async function prepare(callers: Callers, filing: string, today: CivilDate, dice: Dice): Promise<void> {
  const told = await callers.look('officer', `${filing}/requirements`);
  if (!told) return;
  const missing = told.requirements.filter((each: Told) => each.status === 'required' && each.material === null);
  const next = missing[0] ?? (dice.happens(0.3) ? told.requirements[0] : undefined);
  if (next) {
    // Somebody else may have supplied it meanwhile.
    const fields = { requirementId: next.id, issuedOn: today, reason: 'sample: a newer one' };
    await callers.upload('officer', `${filing}/materials`, { fields, text: `${next.id} ${dice.whole(1, 99_999)}` });
    return;
  }
  await callers.post('approver', `${filing}/sign-off`, {});
  await answerItems(callers, filing);
  await callers.post('officer', `${filing}/submission`, {});
}

/** What a notice asks for is answered in words. */
async function answerItems(callers: Callers, filing: string): Promise<void> {
  const told = await callers.look('officer', `${filing}/correction-items`);
  const items = (told?.rounds ?? []).at(-1)?.items ?? [];
  for (const { id } of items.filter((item: Told) => item.state === 'open'))
    await callers.post('officer', `${filing}/correction-items/${id}/answer`, { text: 'sample' });
}

async function atTheAuthority(
  callers: Callers,
  filing: string,
  today: CivilDate,
  dice: Dice,
  withdraw: () => Promise<unknown>,
): Promise<void> {
  const told = await callers.look('officer', filing);
  if (!told) return;
  if (told.rounds.at(-1)?.receivedOn === null) {
    await callers.post('officer', `${filing}/receipt`, { receivedOn: today, number: 'SAMPLE-R' });
    return;
  }
  const correction = { noticedOn: today, dueOn: addDays(today, 14), number: 'SAMPLE-C', items: [{ text: 'sample' }] };
  const acts = [
    () => callers.post('officer', `${filing}/correction-notice`, correction),
    () => callers.post('officer', `${filing}/correction-notice`, correction),
    () => callers.post('officer', `${filing}/acceptance`, { acceptedOn: today, number: 'SAMPLE-A' }),
    withdraw,
  ];
  await dice.pick(acts)?.();
}
