import { ApplicationFailure } from '@temporalio/common';
import { formatInstant, latestMondayMorning, shanghaiDay } from '../libs/calendar/index.js';
import type { HeartbeatAnswer, HeartbeatRequest } from '../libs/contracts/index.js';
import type { HeartbeatContent, LetterFrame, MailCarrier } from '../libs/notices/index.js';
import type { HeartbeatRepository, Person, RecipientRepository } from '../libs/persistence/index.js';

export interface HeartbeatDeps {
  heartbeats: Pick<HeartbeatRepository, 'figures' | 'take' | 'settle'>;
  recipients: Pick<RecipientRepository, 'adminsAndManagers'>;
  carrier: MailCarrier;
  render: (frame: LetterFrame, content: HeartbeatContent) => Promise<Buffer>;
  /** Sender of every mail. */
  mailFrom: string;
  publicUrl: string;
  /** UTC instant of the wall clock: a heartbeat belongs to the installation, not to a license. */
  now: () => string;
}

export interface HeartbeatActivities {
  sendHeartbeats(request: HeartbeatRequest): Promise<HeartbeatAnswer>;
}

/** A schedule may start a moment early by another clock. */
const earlyMs = 10 * 60_000;

/** The weekly mail to administrators and managers. To whom it has left, it does not go again. */
export function createHeartbeatActivities(deps: HeartbeatDeps): HeartbeatActivities {
  return {
    async sendHeartbeats({ now }) {
      const { day: week, at } = latestMondayMorning(formatInstant(Date.parse(now) + earlyMs));
      const people = await deps.recipients.adminsAndManagers(deps.now());
      let open = 0;
      for (const person of people) if (!(await sendTo(deps, person, week, at))) open += 1;
      if (open > 0)
        throw ApplicationFailure.retryable(`The mail server did not take ${open} of them.`, 'mail-deferred');
      return { sent: people.length };
    },
  };
}

/** Whether the mail of the week has left to this person. */
async function sendTo(deps: HeartbeatDeps, person: Person, week: string, date: string): Promise<boolean> {
  const { heartbeats, carrier, render, mailFrom, publicUrl, now } = deps;
  const frame = { key: `heartbeat/${week}/${person.id}`, from: mailFrom, to: person.mail, date };
  const mime = await heartbeats.take(week, person.id, async () => {
    const figures = await heartbeats.figures(shanghaiDay(now()));
    return render(frame, { ...figures, language: person.language, week, publicUrl });
  });
  if (!mime) return true;
  const delivery = await carrier.deliver({ from: mailFrom, to: person.mail, mime });
  await heartbeats.settle(week, person.id, delivery, now());
  return delivery.outcome === 'accepted';
}
