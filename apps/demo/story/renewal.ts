import { addDays, addWorkingDaysFor } from '../calendar.js';
import { openFiling, prepareAndFile } from './filing.js';
import { advanceTo } from './five-years.js';
import { filing } from './places.js';
import { agenda, command, licenseNow, showDeadline, skipTo, today, type World } from './world.js';

/** Step 7: the renewal as a filing of its own; the authority is silent at expiry. */
export async function renew(world: World, lastDay: string, safe: string): Promise<void> {
  const { narrator, officer } = world;
  const filedOn = addDays(safe, -40);
  await advanceTo(world, filedOn);
  const id = await openFiling(world, { kind: 'renewal' });
  await prepareAndFile(world, id, await today(world));
  const filed = await today(world);
  await command(world, officer, filing(id, 'receipt'), { receivedOn: filed, number: 'SAMPLE-R-4' });
  const accepted = addWorkingDaysFor(filed, 4);
  await skipTo(world, accepted);
  await command(world, officer, filing(id, 'acceptance'), { acceptedOn: accepted, number: 'SAMPLE-A-3' });
  narrator.says('officer', `files the renewal on ${filed}, ${lastDay} is the last day; accepted on ${accepted}`);
  const renewal = (await agenda(world)).obligations.find(({ kind }) => kind === 'renewal');
  narrator.expect(renewal === undefined, 'filing in time ends the renewal ladder');
  await showDeadline(world, 'renewal-decision', 'the authority decides on the renewal by');

  await advanceTo(world, addDays(lastDay, 1));
  const now = await licenseNow(world);
  const term = now.permit?.terms?.at(-1);
  narrator.says(
    'Paizhao',
    `no decision at expiry: deemed renewed ${term?.validFrom} to ${term?.lastDay}, provisional until paper (ALL art. 50)`,
  );
  narrator.expect(now.status === 'deemed-renewed', `the license is deemed renewed, got ${now.status}`);
  narrator.expect(term?.provisional === true, 'the new term is provisional');
  narrator.expect(now.needsAttention === true, 'a person must look at the deemed renewal');
  await command(world, world.approver, filing(id, 'renewal-confirmation'), {});
  narrator.says('approver', 'has looked: the authority was silent');
}
