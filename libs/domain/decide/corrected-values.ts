import type { ItemsAsCorrected, LicenseCommandData } from '../commands.js';
import type { Coverage } from '../company.js';
import type { Correctable } from '../correctable.js';
import { type CorrectedValue, isPeriod, sameValue } from '../corrected-value.js';
import { Conflict, InvalidInput } from '../errors.js';
import type { AskedItem, LicenseState } from '../license.js';
import { typesOf } from '../types-of-permit.js';
import { newCompanionNumber } from './companion-numbers.js';
import { checkCoverage, checkServiceTypes } from './company-checks.js';
import { civilDay, pastDay } from './days.js';
import type { Act } from './decider.js';
import { checkRefusedTypes } from './decisions.js';
import { checkCorrectedPeriod, checkStillFree } from './operating.js';
import { checkItems } from './pack-checks.js';
import { checkRerouting } from './rerouting.js';

const pointer = '/to';
const longestNumber = 100;

/**
 * What a correction is to put there, judged by what stands there now: a day for a day, a number for a number.
 * @throws InvalidInput, Conflict, each pointing at `/to`
 */
export function valueFor(
  state: LicenseState,
  entry: Correctable,
  to: LicenseCommandData['propose-correction']['to'],
  context: Act['context'],
): CorrectedValue {
  const value = checked(state, entry, to, context);
  if (!sameValue(entry.value, value)) return value;
  throw new InvalidInput('correction-changes-nothing', `${entry.member} of entry ${entry.seq} says that already`, {
    pointer,
    remedy: 'Give what should stand there.',
  });
}

function checked(
  state: LicenseState,
  entry: Correctable,
  to: LicenseCommandData['propose-correction']['to'],
  context: Act['context'],
): CorrectedValue {
  switch (entry.kind) {
    case 'day':
      return entry.mayLieAhead ? civilDay(to as string, pointer) : pastDay(to as string, pointer, context);
    case 'movement':
      return to === null ? null : pastDay(to as string, pointer, context);
    case 'number':
      return numberFor(state, entry, to);
    case 'items':
      return itemsFor(state, entry, to, context);
    case 'service-types':
      if (!isListOfText(to)) throw wrongKind(entry, 'Give the list of service types that the paper names.');
      if (entry.member === 'refusedTypes') return refusedTypesFor(state, entry, to);
      checkServiceTypes(to, pointer, context.today, context.law);
      return to;
    case 'coverage':
      return coverageFor(entry, to, context);
    case 'filing':
      if (typeof to === 'string') return to;
      throw wrongKind(entry, 'Name the filing that the answer belongs to.');
    case 'period':
      if (to !== null && !isPeriod(to))
        throw wrongKind(entry, 'Give both days of the service; null for what never ran.');
      if (to !== null) checkCorrectedPeriod(state, entry.seq, to, pointer, context);
      return to;
    case 'authority':
      if (to === null) return null;
      if (typeof to !== 'string')
        throw wrongKind(entry, 'Name the authority by its code; null where the decision names none.');
      authorityFor(state, entry, to, context);
      return to;
    case 'yes-no':
      if (typeof to === 'boolean') return to;
      throw wrongKind(entry, 'Say true or false.');
    default:
      return entry.kind satisfies never;
  }
}

/** Of those that the renewal was about; which of them ended with its paper, nobody can tell any more. */
function refusedTypesFor(state: LicenseState, { seq, value }: Correctable, to: string[]): string[] {
  const filing = Object.values(state.filings).find(({ decision }) => decision?.seq === seq);
  if (!filing) return to;
  const known = filing.status === 'issued' ? Object.keys(state.permit?.services ?? {}) : (value as string[]);
  checkRefusedTypes(filing, [...new Set([...typesOf(state, filing), ...known])], to, pointer);
  return to;
}

function authorityFor(state: LicenseState, { seq }: Correctable, to: string, { law }: Act['context']): void {
  const decision = Object.values(state.filings).find((filing) => filing.decision?.seq === seq)?.decision;
  if (decision) checkRerouting(to, decision.by.authority, decision.on, law, pointer);
}

function numberFor(state: LicenseState, entry: Correctable, to: unknown): string | null {
  const type = state.papers.find(({ seq }) => seq === entry.seq)?.type;
  const isCertificate = type === 'companion-recorded';
  // A permit and a certificate have a number; a notice may have none.
  if (to === null && entry.member === 'number' && !isCertificate) return null;
  if (typeof to === 'string' && to.trim() !== '' && to.length <= longestNumber)
    return isCertificate ? newCompanionNumber(state, to, { pointer, except: entry.seq }) : to.trim();
  throw wrongKind(entry, 'Give the number as printed, at most 100 characters; null where a notice bears none.');
}

/** What was free when it was proposed may have been taken since. @throws Conflict at `/seq` */
export function stillFree(state: LicenseState, { seq, kind }: Correctable, to: CorrectedValue): void {
  if (kind === 'period' && isPeriod(to)) checkStillFree(state, seq, to, '/seq');
}

/** Points that remain keep their ids and, where nothing else is said, their texts; new ones get ids of their own. */
function itemsFor(state: LicenseState, entry: Correctable, to: unknown, context: Act['context']): AskedItem[] {
  const known = entry.value as AskedItem[];
  if (!isItems(to) || to.length === 0)
    throw wrongKind(entry, 'List the points of the notice; one that stays is named by its id.');
  checkNewPoints(state, entry, to, context);
  const prefix = known[0]?.id.split('-')[0] ?? 'r1';
  const seen = new Set<string>();
  return to.map(({ id, requirementId, text }, i) => {
    const before = known.find((item) => item.id === id);
    if (id !== null && (!before || seen.has(id))) {
      throw new InvalidInput('correction-item-not-found', `The notice has no further item ${id.slice(0, 60)}`, {
        pointer: `${pointer}/${i}/id`,
        known: known.map((item) => item.id),
        remedy: 'Name each item of the notice once; leave the id out for a point that was overlooked.',
      });
    }
    if (id !== null) seen.add(id);
    // Of the entry that is at hand: an id that was taken away does not come again for another point.
    return { id: id ?? `${prefix}-${state.seq + 1}-${i + 1}`, requirementId, text: text ?? before?.text ?? null };
  });
}

/** What the notice names already may stay there, whatever is asked for by now. */
function checkNewPoints(state: LicenseState, entry: Correctable, to: ItemsAsCorrected, context: Act['context']): void {
  const filing = Object.values(state.filings).find(({ rounds }) =>
    rounds.some(({ correction }) => correction?.seq === entry.seq),
  );
  const named = (entry.value as AskedItem[]).map(({ requirementId }) => requirementId);
  const points = to.map(({ requirementId }) => ({
    requirementId: named.includes(requirementId) ? null : requirementId,
  }));
  if (filing) checkItems(state, filing, points, (i) => `${pointer}/${i}/requirementId`, context);
}

function coverageFor(entry: Correctable, to: unknown, { today, law }: Act['context']): Coverage {
  const asked = to as Coverage;
  if (typeof to !== 'object' || to === null || (asked.kind !== 'nationwide' && asked.kind !== 'province'))
    throw wrongKind(entry, 'Give the coverage that the permit names: one province, or the whole country.');
  checkCoverage(asked, today, law, pointer);
  return asked;
}

/** Whether the record can be so: what was opened stays on a permit, a filing gets only what it waits for. */
export function putIn(entry: Correctable, to: CorrectedValue): LicenseState {
  const after = entry.put(to);
  if (after) return after;
  if (entry.kind === 'filing') {
    throw new Conflict('filing-does-not-await', 'That filing does not wait for such an answer', {
      pointer,
      remedy: 'Name a filing of this license that waits for it; what has followed from the entry is corrected first.',
    });
  }
  throw new Conflict('correction-not-possible', `${entry.member} of entry ${entry.seq} cannot say that`, {
    pointer,
    remedy: 'A type whose service was opened stays on the permit; correct the opening first.',
  });
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isItems(value: unknown): value is ItemsAsCorrected {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}

function wrongKind({ member, seq }: Correctable, remedy: string): InvalidInput {
  return new InvalidInput('correction-value-invalid', `That cannot stand in ${member} of entry ${seq}`, {
    pointer,
    remedy,
  });
}
