import { shanghaiDay } from '../../libs/calendar/index.js';
import {
  agenda,
  type Context,
  type LicenseState,
  lawOfLicense,
  nextStepNow,
  type Obligation,
  type ObligationKind,
  type WakeWindow,
} from '../../libs/domain/index.js';
import type { LegalBasis, NoticeContent } from '../../libs/notices/index.js';
import type { OutboxEntity, Person } from '../../libs/persistence/index.js';
import type { RulePack } from '../../libs/rulebook/index.js';
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
    license: { id: state.licenseId, name: nameOf(state), url: `${publicUrl}/licenses/${state.licenseId}` },
    today: context.today,
    kind: message.notice.kind as ObligationKind,
    period: obligation.period,
    notice: message.notice,
    next: nextStepNow(state, obligation),
    basis: basisOf(obligation, message.notice.ruleId, context.law.pack),
    otherReadings: otherReadings(obligation, message.notice.date),
    cureEnd: obligation.cureEnd,
    undelivered: standsIn(message.rung) === 'undelivered',
    mutedByOwner: standsIn(message.rung) === 'muted',
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

/** The permit's number; before there is one, what is asked for and where. */
function nameOf({ permit, serviceTypes, coverage }: LicenseState): string {
  if (permit) return permit.number;
  return `${serviceTypes.join(', ')} ${coverage.kind === 'nationwide' ? 'CN' : coverage.provinces[0].toUpperCase()}`;
}

/** By the rule that gave the date when the notice fell due, if it still does. */
function basisOf({ deadline }: Obligation, ruleId: string, pack: RulePack): LegalBasis | null {
  const proofs = deadline?.readings.map(({ proof }) => proof) ?? [];
  const proof = proofs.find((candidate) => candidate.ruleId === ruleId) ?? proofs[0];
  const source = proof && pack.sources[proof.citation.source];
  if (!proof || !source) return null;
  const { wording, confidence, citation } = proof;
  return { source: source.title, article: citation.article, wording, confidence };
}

function otherReadings({ deadline }: Obligation, told: string | null): NoticeContent['otherReadings'] {
  return (deadline?.readings ?? [])
    .filter(({ date }) => date !== told)
    .map(({ date, proof }) => ({ date, wording: proof.wording }));
}
