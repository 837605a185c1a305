import type { CivilDate } from '../../calendar/index.js';
import { freshUntil, isStale, type Law, type Requirement, requirementsFor } from '../../rulebook/index.js';
import type { CompanyChange } from '../company.js';
import type { Context } from '../context.js';
import type { Filing, LicenseState, MaterialVersion } from '../license.js';
import { currentMaterials } from '../pack.js';
import { sameParts } from '../same-parts.js';
import { licensedFor } from '../types-of-permit.js';

/** What the answer follows from. */
interface Grounds extends Pick<LicenseState, 'authority' | 'coverage' | 'serviceTypes' | 'changes'> {
  law: Law;
  kind: Filing['kind'];
  answers: Filing['answers'];
  on: CivilDate;
}

/** The newest answer for each company: every paper of a filing is held against the same list. */
const newest = new WeakMap<LicenseState['company'], { grounds: Grounds; requirements: readonly Requirement[] }>();

/** What a filing needs, as the pinned pack says for the license's facts on a filing day. */
export function requirementsOf(
  state: LicenseState,
  filing: Filing,
  on: CivilDate,
  { law }: Context,
): readonly Requirement[] {
  const { authority, company, changes } = state;
  const { kind, answers } = filing;
  const { coverage, serviceTypes: all } = kind === 'new' ? state : licensedFor(state);
  const serviceTypes = filing.serviceTypes ?? all;
  const grounds = { law, kind, answers, authority, coverage, serviceTypes, changes, on };
  const known = newest.get(company);
  if (known && sameParts(known.grounds, grounds)) return known.requirements;
  const requirements = requirementsFor(law, askedOf(company, grounds));
  newest.set(company, { grounds, requirements });
  return requirements;
}

function askedOf(company: LicenseState['company'], grounds: Grounds): Parameters<typeof requirementsFor>[1] {
  const { kind: filingKind, authority, serviceTypes, coverage, on, answers } = grounds;
  const answered = grounds.changes.filter(({ obligationId }) => answers.includes(obligationId));
  const changes = answered.map(({ change }) => change);
  const changeKinds = changes.length > 0 ? changes.map(({ kind }) => kind) : undefined;
  const operatorChanges = changes.length > 0 ? operatorOf(changes) : null;
  return { filingKind, authority, serviceTypes, coverage, company, on, changeKinds, operatorChanges };
}

/** One change of the operator makes it a filing about the operator; one unanswered question leaves it open. */
function operatorOf(changes: CompanyChange[]): boolean | null {
  if (changes.some(({ operatorChanges }) => operatorChanges === true)) return true;
  return changes.some(({ kind, operatorChanges }) => kind === 'shareholders' && operatorChanges === null)
    ? null
    : false;
}

export interface MissingMaterial {
  requirementId: string;
  title: Requirement['title'];
  /** It may be named as deferred at sign-off (容缺) and supplied before the permit is issued. */
  deferrable: boolean;
}

/** Required materials without any version, and without the leave to come later. */
export function missingMaterials(
  requirements: readonly Requirement[],
  filing: Filing,
  deferred: string[],
): MissingMaterial[] {
  return requirements
    .filter(({ id, status }) => status !== 'optional' && !filing.materials[id] && !deferred.includes(id))
    .map(({ id, title, status }) => ({ requirementId: id, title, deferrable: status === 'deferrable' }));
}

export interface StaleMaterial {
  requirementId: string;
  issuedOn: CivilDate | null;
  /** Last day on which it could have been filed. */
  freshUntil: CivilDate | null;
}

/** The authority has had this version since an earlier round: it came with that round's pack. */
export function isFiled({ rounds }: Filing, { seq }: Pick<MaterialVersion, 'seq'>): boolean {
  return seq < (rounds.at(-1)?.submittedSeq ?? 0);
}

/**
 * Newest versions that are too old on the filing day. In a later round only what was supplied since the last one is
 * judged: the authority has had the rest since a day on which it was fresh.
 */
export function staleMaterials(requirements: readonly Requirement[], filing: Filing, on: CivilDate): StaleMaterial[] {
  return currentMaterials(filing).flatMap(({ requirementId, material }) => {
    const { issuedOn } = material;
    const requirement = requirements.find(({ id }) => id === requirementId);
    if (!requirement || isFiled(filing, material) || !isStale(requirement, issuedOn, on)) return [];
    return [{ requirementId, issuedOn, freshUntil: freshUntil(requirement, issuedOn) }];
  });
}
