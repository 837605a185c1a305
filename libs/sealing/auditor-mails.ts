import type { Logger } from 'pino';
import { readSeal } from '../checkpoints/index.js';
import type { CheckpointContent, LetterFrame, MailCarrier } from '../notices/index.js';
import type { CheckpointMailRepository, CheckpointRepository, Person } from '../persistence/index.js';

export interface AuditorMailDeps {
  mails: Pick<CheckpointMailRepository, 'waiting' | 'take' | 'settle'>;
  checkpoints: Pick<CheckpointRepository, 'newest' | 'newestContinuing'>;
  carrier: Pick<MailCarrier, 'deliver'>;
  render: (frame: LetterFrame, content: CheckpointContent) => Promise<Buffer>;
  /** Sender of every mail. */
  mailFrom: string;
  log: Pick<Logger, 'error'>;
  /** Milliseconds since 1970. */
  clock: () => number;
}

/** Shanghai has no summer time. */
const shanghaiMs = 8 * 3_600_000;
const morning = '09:00';

/**
 * One look: from nine in the morning (Shanghai) on the newest checkpoint goes to every auditor once a day, where there is a
 * newer one than they have. To whom it has left, it does not go again; to whom it has not, it goes again by itself, as other
 * mails do.
 */
export async function mailAuditors(deps: AuditorMailDeps): Promise<void> {
  const at = deps.clock();
  const shanghai = new Date(at + shanghaiMs).toISOString();
  const day = shanghai.slice(0, 10);
  if (shanghai.slice(11, 16) < morning) return;
  const newest = await deps.checkpoints.newest();
  if (!newest) return;
  for (const person of await deps.mails.waiting(day, newest.number, new Date(at).toISOString())) {
    try {
      await send(deps, person, day, newest);
    } catch (error) {
      const { name, code } = Object(error) as { name?: string; code?: string };
      deps.log.error({ personId: person.id, error: name, code }, 'the checkpoint could not be mailed');
    }
  }
}

type Newest = NonNullable<Awaited<ReturnType<CheckpointRepository['newest']>>>;

async function send(deps: AuditorMailDeps, person: Person, day: string, newest: Newest): Promise<void> {
  const { mails, checkpoints, carrier, render, mailFrom, clock } = deps;
  const { number, sealedAt, note, seal } = newest;
  const { fingerprint } = readSeal(seal).key;
  const date = new Date(Date.parse(`${day}T${morning}:00.000Z`) - shanghaiMs).toISOString();
  const frame = { key: `checkpoint/${day}/${person.id}`, from: mailFrom, to: person.mail, date };
  const mime = await mails.take(day, person.id, number, async () => {
    const begun = continuedBy(await checkpoints.newestContinuing());
    return render(frame, { language: person.language, day, number, sealedAt, fingerprint, note, ...begun });
  });
  if (!mime) return;
  const delivery = await carrier.deliver({ from: mailFrom, to: person.mail, mime });
  await mails.settle(day, person.id, delivery, new Date(clock()).toISOString());
}

function continuedBy(first: Pick<Newest, 'seal' | 'sealedAt'> | null): Pick<CheckpointContent, 'continues'> {
  const { continues } = first ? readSeal(first.seal) : {};
  if (!first || !continues) return {};
  const { origin, size, gone } = continues;
  return { continues: { sealedAt: first.sealedAt, origin, size, gone } };
}
