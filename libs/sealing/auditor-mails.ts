import { readSeal } from '../checkpoints/index.js';
import type { CheckpointContent, Delivery, LetterFrame, MailCarrier } from '../notices/index.js';
import type { CheckpointMailRepository, CheckpointRepository, Person } from '../persistence/index.js';

export interface AuditorMailDeps {
  mails: Pick<CheckpointMailRepository, 'waiting' | 'take' | 'settle'>;
  checkpoints: Pick<CheckpointRepository, 'newest' | 'newestContinuing'>;
  carrier: Pick<MailCarrier, 'deliver'>;
  render: (frame: LetterFrame, content: CheckpointContent) => Promise<Buffer>;
  /** Sender of every mail. */
  mailFrom: string;
  /** Milliseconds since 1970. */
  clock: () => number;
}

/** Shanghai has no summer time. */
const shanghaiMs = 8 * 3_600_000;
const morning = '09:00';
/** How often it is looked for people who have no mail of the day yet. */
const lookMs = 60_000;
/** Where one was not taken, all wait so long. */
const retryMs = 10 * 60_000;

/**
 * From nine in the morning (Shanghai) on the newest checkpoint goes to every auditor once a day, where there is a newer one
 * than they have. To whom it has left, it does not go again.
 */
export function auditorMails(deps: AuditorMailDeps): () => Promise<void> {
  let notBefore = 0;
  return async () => {
    const at = deps.clock();
    const shanghai = new Date(at + shanghaiMs).toISOString();
    const day = shanghai.slice(0, 10);
    if (at < notBefore || shanghai.slice(11, 16) < morning) return;
    notBefore = at + lookMs;
    const newest = await deps.checkpoints.newest();
    const now = new Date(at).toISOString();
    const waiting = newest ? await deps.mails.waiting(day, newest.number, now) : [];
    for (const person of waiting) {
      if (newest && (await sent(deps, person, day, newest))) continue;
      notBefore = at + retryMs;
      return;
    }
  };
}

type Newest = NonNullable<Awaited<ReturnType<CheckpointRepository['newest']>>>;

async function sent(deps: AuditorMailDeps, person: Person, day: string, newest: Newest): Promise<boolean> {
  const { mails, checkpoints, carrier, render, mailFrom, clock } = deps;
  const { number, sealedAt, note, seal } = newest;
  const { fingerprint } = readSeal(seal).key;
  const date = new Date(Date.parse(`${day}T${morning}:00.000Z`) - shanghaiMs).toISOString();
  const frame = { key: `checkpoint/${day}/${person.id}`, from: mailFrom, to: person.mail, date };
  const mime = await mails.take(day, person.id, number, async () => {
    const begun = continuedBy(await checkpoints.newestContinuing());
    return render(frame, { language: person.language, day, number, sealedAt, fingerprint, note, ...begun });
  });
  const delivery = await carrier.deliver({ from: addressOf(mailFrom), to: person.mail, mime });
  const state = stateOf(delivery);
  await mails.settle(day, person.id, state, delivery.answer, new Date(clock()).toISOString());
  return state === 'sent' || state === 'failed';
}

function continuedBy(first: Pick<Newest, 'seal' | 'sealedAt'> | null): Pick<CheckpointContent, 'continues'> {
  const { continues } = first ? readSeal(first.seal) : {};
  if (!first || !continues) return {};
  const { origin, size, gone } = continues;
  return { continues: { sealedAt: first.sealedAt, origin, size, gone } };
}

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

function stateOf(delivery: Delivery): 'sent' | 'uncertain' | 'queued' | 'failed' {
  switch (delivery.outcome) {
    case 'accepted':
      return 'sent';
    case 'refused':
      return delivery.permanent ? 'failed' : 'queued';
    case 'lost':
      return delivery.handedOver ? 'uncertain' : 'queued';
    default:
      return delivery satisfies never;
  }
}
