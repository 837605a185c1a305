import type { CivilDate } from '../../calendar/index.js';
import type { Requirement } from '../../rulebook/index.js';
import type { LicenseCommandData } from '../commands.js';
import { correctionItems } from '../correction-items.js';
import { Conflict, InvalidInput } from '../errors.js';
import { filingDayOf } from '../filing-day.js';
import type { Filing, LicenseState } from '../license.js';
import { isInPreparation, isMaterial, packHash } from '../pack.js';
import { checkAll } from './all-faults.js';
import { notBefore, optional, pastDay } from './days.js';
import type { Act } from './decider.js';
import { lastRound, wrongStatus } from './guard.js';
import { missingMaterials, requirementsOf } from './requirements.js';

export const notInPreparation = {
  code: 'filing-not-in-preparation',
  remedy: 'Materials are prepared in a draft, after a correction notice or after the return of a report.',
};

/** The material is asked for, at this time, and well described. */
export function checkMaterial(
  state: LicenseState,
  filing: Filing,
  data: LicenseCommandData['supply-material'],
  act: Act,
): void {
  const { requirementId, materialId, sha256, bytes, issuedOn, reason } = data;
  const mayComeLater = filing.pack?.deferred.includes(requirementId) ?? false;
  if (!isInPreparation(filing) && !mayComeLater) {
    const remedy = `${notInPreparation.remedy} What was deferred at sign-off may come, and be replaced, until the permit is issued.`;
    throw wrongStatus(filing, { ...notInPreparation, remedy });
  }
  const asked = { requirementId, on: filingDayOf(filing, act.validOn), pointer: '/requirementId' };
  const requirement = checkAskedFor(state, filing, asked, act.context);
  if (isMaterial(state, materialId)) {
    throw new Conflict('material-already-supplied', 'This material is on record already', {
      pointer: '/materialId',
      materialId,
      remedy: 'Supply each version under an id of its own.',
    });
  }
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new InvalidInput('invalid-hash', 'sha256 is not a SHA-256', {
      pointer: '/sha256',
      remedy: 'Give 64 lower-case hexadecimal digits.',
    });
  if (!Number.isSafeInteger(bytes) || bytes < 1)
    throw new InvalidInput('material-empty', 'The material has no content', {
      pointer: '/bytes',
      remedy: 'Supply a file with content.',
    });
  if (filing.materials[requirementId] && reason === null) {
    throw new InvalidInput('replacement-reason-missing', 'A version takes the place of another, and nobody says why', {
      pointer: '/reason',
      requirementId,
      replaces: filing.materials[requirementId]?.at(-1)?.version ?? 1,
      remedy: 'Say in a sentence why the older version is replaced.',
    });
  }
  optional(issuedOn, (day) => pastDay(day, '/issuedOn', act.context));
  if (requirement?.freshness && issuedOn === null) {
    throw new InvalidInput(
      'issue-day-missing',
      'How old this material may be is limited, so its day of issue must be known',
      {
        pointer: '/issuedOn',
        requirementId,
        freshness: requirement.freshness,
        remedy: 'Give the day of issue printed on the document.',
      },
    );
  }
}

/** The requirement of that name; null for an item of a correction notice, or what was asked for when it was supplied. */
export function checkAskedFor(
  state: LicenseState,
  filing: Filing,
  { requirementId, on, pointer }: { requirementId: string; on: CivilDate; pointer: string },
  context: Act['context'],
): Requirement | null {
  const requirement = requirementsOf(state, filing, on, context).find(({ id }) => id === requirementId);
  const isItem = () => filing.rounds.some(({ correction }) => correction?.items.some(({ id }) => id === requirementId));
  if (requirement || Object.hasOwn(filing.materials, requirementId) || isItem()) return requirement ?? null;
  throw new InvalidInput('unknown-requirement', `The filing has no requirement ${String(requirementId).slice(0, 60)}`, {
    pointer,
    remedy: 'Name a requirement of the filing, or an item of its correction notice.',
  });
}

/** Every required material is there, or deferred where that is allowed. */
export function checkComplete(
  state: LicenseState,
  filing: Filing,
  deferred: string[],
  on: string,
  context: Act['context'],
): void {
  const requirements = requirementsOf(state, filing, on, context);
  deferred.forEach((id, i) => {
    const deferrable = requirements.some((requirement) => requirement.id === id && requirement.status === 'deferrable');
    if (deferrable || Object.hasOwn(filing.materials, id)) return;
    throw new InvalidInput('requirement-not-deferrable', `${String(id).slice(0, 60)} cannot be supplied later`, {
      pointer: `/deferred/${i}`,
      deferrable: requirements.filter(({ status }) => status === 'deferrable').map((requirement) => requirement.id),
      remedy: 'Defer only what the authority lets be supplied before the permit is issued.',
    });
  });
  const missing = missingMaterials(requirements, filing, deferred);
  if (missing.length === 0) return;
  throw new Conflict('materials-missing', `${missing.length} of the required materials are missing`, {
    pointer: '/filingId',
    filingId: filing.id,
    missing,
    remedy: 'Supply what is missing; what is deferrable may be named as deferred at sign-off.',
  });
}

/** The sign-off, if it still stands for what the pack holds. */
export function signedPack(filing: Filing): NonNullable<Filing['pack']> {
  if (!filing.pack) {
    throw new Conflict('pack-not-signed-off', 'The pack is not signed off', {
      pointer: '/filingId',
      filingId: filing.id,
      remedy: 'Have it signed off by a second person.',
    });
  }
  const hash = packHash(filing);
  if (filing.pack.packHash === hash) return filing.pack;
  throw new Conflict('pack-changed', 'The materials have changed since the pack was signed off', {
    pointer: '/filingId',
    filingId: filing.id,
    signedHash: filing.pack.packHash,
    packHash: hash,
    remedy: 'Have the pack signed off again.',
  });
}

/** Each point of a notice is about something that the filing holds or is asked for, or names none. */
export function checkItems(
  state: LicenseState,
  filing: Filing,
  items: readonly { requirementId: string | null }[],
  pointer: (index: number) => string,
  context: Act['context'],
): void {
  const on = lastRound(filing).submittedOn;
  checkAll(
    items.map(({ requirementId }, i) => () => {
      if (requirementId !== null) checkAskedFor(state, filing, { requirementId, on, pointer: pointer(i) }, context);
    }),
  );
}

/** A resubmission follows the notice and answers each of its items, or passes it over for a reason on record. */
export function checkAnswer(filing: Filing, on: string): void {
  const correction = filing.rounds.at(-1)?.correction ?? null;
  const asked = correction?.noticedOn ?? filing.reportReturn?.returnedOn;
  if (asked !== undefined)
    notBefore(on, asked, { code: 'submission-before-notice', pointer: '/validOn', after: 'the notice' });
  if (!correction) return;
  const unanswered = correctionItems(filing).filter(({ state }) => state === 'open');
  if (unanswered.length === 0) return;
  throw new Conflict('correction-unanswered', `${unanswered.length} items of the correction notice are not answered`, {
    pointer: '/filingId',
    filingId: filing.id,
    items: unanswered.map(({ id, requirementId }) => ({ id, requirementId })),
    remedy:
      'Supply a new version for each that names a material and have the pack signed off again, answer the others in words, or pass an item over with a reason.',
  });
}
