import { shanghaiDay } from '../../libs/calendar/index.js';
import {
  agenda,
  basisTold,
  type Context,
  type LicenseState,
  lawOfLicense,
  licenseName,
  nextStepNow,
  type Obligation,
  type ObligationKind,
  type WakeWindow,
} from '../../libs/domain/index.js';
import type { NoticeContent } from '../../libs/notices/index.js';
import type { OutboxEntity, Person } from '../../libs/persistence/index.js';
import { standsIn } from './stand-in.js';

export interface NoticeSubject {
  message: Pick<OutboxEntity, 'obligationId' | 'role' | 'notice' | 'rung' | 'dueAt' | 'simulated'>;
  state: LicenseState;
  /** Without a name where a group is told. */
  recipient: Pick<Person, 'name' | 'language'>;
  /** The license's time, UTC. */
  now: string;
  publicUrl: string;
  /** Null where nobody in particular is told. */
  acknowledgeUrl: string | null;
  wakeWindow: WakeWindow;
}

/** Everything that the letter says, or null where the matter was closed before the letter left. */
export function noticeContent(subject: NoticeSubject): NoticeContent | null {
  const { message, state, recipient, publicUrl, acknowledgeUrl } = subject;
  const context = contextOf(subject);
  const obligation = agenda(state, context).find(({ id }) => id === message.obligationId);
  if (!obligation) return null;
  return {
    language: recipient.language,
    recipient: { name: recipient.name, role: message.role },
    company: state.company.name,
    license: { id: state.licenseId, name: licenseName(state), url: `${publicUrl}/licenses/${state.licenseId}` },
    today: context.today,
    kind: message.notice.kind as ObligationKind,
    period: obligation.period,
    notice: message.notice,
    dateMoves: dateMoves(state, message.obligationId),
    next: nextStepNow(state, obligation),
    basis: basisTold(obligation, message.notice.ruleId, context.law.pack),
    otherReadings: otherReadings(obligation, message.notice.date),
    cureEnd: obligation.cureEnd,
    undelivered: standsIn(message.rung) === 'undelivered',
    mutedByRecipient: standsIn(message.rung) === 'muted',
    acknowledgeUrl,
    simulated: message.simulated,
  };
}

function contextOf({ message, state, now, wakeWindow }: NoticeSubject): Context {
  const at = now > message.dueAt ? now : message.dueAt;
  return {
    law: lawOfLicense(state),
    now: at,
    today: shanghaiDay(at),
    actor: { kind: 'system', id: 'send' },
    wakeWindow,
  };
}

function dateMoves({ notices }: LicenseState, obligationId: string): number {
  return (notices[obligationId]?.fired ?? []).filter(({ rung }) => rung.startsWith('date-moved')).length;
}

function otherReadings({ deadline }: Obligation, told: string | null): NoticeContent['otherReadings'] {
  return (deadline?.readings ?? [])
    .filter(({ date }) => date !== told)
    .map(({ date, proof }) => ({ date, wording: proof.wording }));
}
