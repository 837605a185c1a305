import {
  isDateMoved,
  type LicenseEventData,
  type LicenseState,
  type NoticeDue,
  unsignedBefore,
  urgencyOf,
} from '../../libs/domain/index.js';
import type { Envelope } from '../../libs/ledger/envelope.js';
import type { Change, NewMessage, WithheldMessage } from '../../libs/persistence/index.js';
import { isStatutory, type Law } from '../../libs/rulebook/index.js';

type Claims = Pick<Change, 'files' | 'texts' | 'replacedFiles' | 'erasedTexts' | 'erasedFiles'>;

/** What the entries of one turn bring about in the outbox. */
export interface Messages {
  messages: NewMessage[];
  withheld: WithheldMessage[];
}

const massChange = 'a change of many licenses, recorded without mails; the next rung tells the date';
const imported = 'due up to the import, recorded without mails; the next rung is told';

/**
 * One message per notice, recipient and channel; two roles in one hand are told once.
 * @param quietly a mass change of which nobody wants mails: what only says that a date moved is recorded and not sent,
 *   unless that date is near or past; duties that open are told as ever
 */
export function messagesOf(
  { licenseId, simulated }: Pick<LicenseState, 'licenseId' | 'simulated'>,
  envelopes: readonly Envelope[],
  law: Law,
  quietly: boolean,
): Messages {
  const messages = new Map<string, NewMessage>();
  const withheld: WithheldMessage[] = [];
  for (const { type, seq, recordedAt, validOn, data } of envelopes) {
    if (type !== 'notice-due') continue;
    const notice = data as NoticeDue;
    const urgency = urgencyOf(notice, validOn, law.calendar);
    const about: Omit<NewMessage, 'key' | 'role' | 'personId'> = {
      seq,
      obligationId: notice.obligationId,
      rung: notice.rung,
      channel: 'mail',
      notice,
      dueAt: recordedAt,
      simulated,
      urgency,
      statutory: isStatutory(law, notice.ruleId),
      leaves: simulated || urgency !== null ? 'alone' : 'digest',
    };
    const isMoveOnly = isDateMoved(notice.rung) && urgency !== 'near-date' && urgency !== 'past-date';
    const reason = notice.withheld ? imported : quietly && isMoveOnly ? massChange : null;
    for (const { role, person } of notice.to) {
      const key = outboxKey(licenseId, notice.obligationId, notice.rung, person);
      const message = { key, role, personId: person, ...about };
      if (reason !== null) withheld.push({ message, reason, on: validOn });
      else if (!messages.has(key)) messages.set(key, message);
    }
  }
  return { messages: [...messages.values()], withheld };
}

/** What makes a message the same message, whoever asks for it and how often. */
export function outboxKey(licenseId: string, obligationId: string, rung: string, person: string): string {
  return [licenseId, obligationId, rung, person, 'mail'].join('/');
}

/**
 * Files and private texts that the entries refer to: from now on they are not swept; what they replace, and what they erase.
 * @param filings as they are after the entries
 */
export function claimsOf({ filings }: Pick<LicenseState, 'filings'>, envelopes: readonly Envelope[]): Claims {
  const files = envelopes.flatMap(({ type, data }) => {
    if (type === 'material-supplied') return [(data as { materialId: string }).materialId];
    return type === 'scan-attached' ? [(data as { scanId: string }).scanId] : [];
  });
  const texts = new Set<string>();
  for (const { data } of envelopes) collectTexts(data, texts);
  const erasures = envelopes.flatMap(({ type, data }) =>
    type === 'erased' ? [data as LicenseEventData['erased']] : [],
  );
  const erasedTexts = erasures.flatMap((erasure) => (erasure.what === 'texts' ? erasure.refs : []));
  const erasedFiles = erasures.flatMap((erasure) =>
    erasure.what === 'files' ? erasure.files.map(({ id }) => id) : [],
  );
  return {
    files: files.filter(isUuid),
    texts: [...texts].filter(isUuid),
    replacedFiles: replacedBy(filings, envelopes).filter(({ id }) => isUuid(id)),
    erasedTexts: erasedTexts.filter(isUuid),
    erasedFiles: erasedFiles.filter(isUuid),
  };
}

function replacedBy(filings: LicenseState['filings'], envelopes: readonly Envelope[]): Claims['replacedFiles'] {
  return envelopes.flatMap(({ type, validOn, data }) => {
    if (type !== 'material-supplied') return [];
    const { filingId, materialId } = data as LicenseEventData['material-supplied'];
    const filing = filings[filingId];
    const before = filing && unsignedBefore(filing, materialId);
    return before ? [{ id: before.materialId, on: validOn }] : [];
  });
}

function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { ref, commitment } = value as { ref?: unknown; commitment?: unknown };
  if (typeof ref === 'string' && typeof commitment === 'string') into.add(ref);
  else for (const inner of Object.values(value)) collectTexts(inner, into);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
