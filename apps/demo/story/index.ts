import { assessFour } from './assess.js';
import { audit } from './audit.js';
import { correctAndReview, grantAndIssue, prepare } from './first-filing.js';
import { liveOn } from './five-years.js';
import { rehearseFiveYears } from './rehearse.js';
import { renew } from './renewal.js';
import { today, type World } from './world.js';

/** The eight steps, each told on the terminal as it happens. */
export async function tellStory(world: World): Promise<void> {
  const { narrator } = world;
  let filing = '';
  let lastDay = '';
  let safeDay = '';
  let knownOn = '';
  await narrator.step(1, 'Four assessments', () => assessFour(world));
  await narrator.step(2, 'Five years, rehearsed before the first filing', () => rehearseFiveYears(world));
  await narrator.step(3, 'Prepare, sign off, file', async () => {
    filing = await prepare(world);
  });
  await narrator.step(4, 'A correction, acceptance, review', () => correctAndReview(world, filing));
  knownOn = await today(world);
  await narrator.step(5, 'Grant, permit, service', async () => {
    lastDay = await grantAndIssue(world, filing);
  });
  await narrator.step(6, 'Time runs: reports, a change, reminders', async () => {
    safeDay = await liveOn(world, lastDay);
  });
  await narrator.step(7, 'Renewal, and silence at expiry', () => renew(world, lastDay, safeDay));
  await narrator.step(8, 'The auditor asks', () => audit(world, knownOn));
}
