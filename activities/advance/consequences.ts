import type { NoticeDue } from '../../libs/domain/index.js';
import type { Envelope } from '../../libs/ledger/envelope.js';
import type { NewMessage } from '../../libs/persistence/index.js';

/** One message per notice, recipient and channel; two roles in one hand are told once. */
export function messagesOf(licenseId: string, envelopes: readonly Envelope[], simulated: boolean): NewMessage[] {
  const messages = new Map<string, NewMessage>();
  for (const { type, seq, recordedAt, data } of envelopes) {
    if (type !== 'notice-due') continue;
    const notice = data as NoticeDue;
    for (const { role, person } of notice.to) {
      const key = outboxKey(licenseId, notice.obligationId, notice.rung, person);
      if (messages.has(key)) continue;
      messages.set(key, {
        key,
        seq,
        obligationId: notice.obligationId,
        rung: notice.rung,
        role,
        personId: person,
        channel: 'mail',
        notice,
        dueAt: recordedAt,
        simulated,
      });
    }
  }
  return [...messages.values()];
}

/** What makes a message the same message, whoever asks for it and how often. */
export function outboxKey(licenseId: string, obligationId: string, rung: string, person: string): string {
  return [licenseId, obligationId, rung, person, 'mail'].join('/');
}

/** Files and private texts that the entries refer to: from now on they are not swept. */
export function claimsOf(envelopes: readonly Envelope[]): { files: string[]; texts: string[] } {
  const files = envelopes
    .filter(({ type }) => type === 'material-supplied')
    .map(({ data }) => (data as { materialId: string }).materialId);
  const texts = new Set<string>();
  for (const { data } of envelopes) collectTexts(data, texts);
  return { files: files.filter(isUuid), texts: [...texts].filter(isUuid) };
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
