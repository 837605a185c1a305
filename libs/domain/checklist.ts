import type { CivilDate } from '../calendar/index.js';
import { type Formality, formalityOf, freshUntil, isStale, type Requirement } from '../rulebook/index.js';
import type { Context } from './context.js';
import { isFiled, requirementsOf } from './decide/requirements.js';
import { filingDayOf } from './filing-day.js';
import type { Filing, LicenseState, MaterialVersion, Original } from './license.js';

/** A version on the filing day. */
export interface SuppliedVersion extends MaterialVersion {
  /** Last day on which it may be filed; null where age does not matter or nobody knows its day of issue. */
  freshUntil: CivilDate | null;
  /** Too old on the filing day, and not filed in an earlier round; null where `freshUntil` is. */
  stale: boolean | null;
}

export interface OriginalOut extends Original {
  /** Out beyond the day by which it should be back. */
  overdue: boolean;
}

/** One paper that a filing needs, with what there is of it. */
export interface ChecklistLine extends Requirement {
  /** Newest version; null while nothing was supplied. */
  material: MaterialVersion | null;
  versions: number;
  /** Every version, oldest first. */
  supplied: SuppliedVersion[];
  /** Of the newest version, as `stale`. */
  freshUntil: CivilDate | null;
  stale: boolean | null;
  deferred: boolean;
  formality: Formality | null;
  /** The newest version is known to lack a seal that it should bear. */
  sealMissing: boolean;
  original: OriginalOut | null;
}

export interface Checklist {
  /** The day on which the company means to file, as it said; null where it did not. */
  plannedOn: CivilDate | null;
  /** The day on which freshness is judged: that day, or today once it has passed. */
  filingDay: CivilDate;
  /** The last day on which nothing that is still to be filed is too old; null where nothing of it grows old. */
  freshThrough: CivilDate | null;
  requirements: ChecklistLine[];
  /** What was supplied beyond the list of that day: for items of a correction notice, or asked for by an older rule. */
  further: { id: string; supplied: SuppliedVersion[]; original: OriginalOut | null }[];
}

/** What a filing needs by the law that the license pins, what was supplied for it, and how that stands on the filing day. */
export function checklistOf(state: LicenseState, filing: Filing, context: Context): Checklist {
  const { today } = context;
  const filingDay = filingDayOf(filing, today);
  const asked = requirementsOf(state, filing, filingDay, context);
  const requirements = asked.map((requirement) => lineOf(requirement, filing, filingDay, today));
  const unfiled = requirements.filter(({ material }) => material && !isFiled(filing, material));
  const ends = unfiled.flatMap(({ freshUntil: until }) => until ?? []).sort();
  const beyond = Object.keys({ ...filing.materials, ...filing.originals }).filter(
    (id) => !asked.some((requirement) => requirement.id === id),
  );
  return {
    plannedOn: filing.plannedOn,
    filingDay,
    freshThrough: ends[0] ?? null,
    requirements,
    further: beyond.sort().map((id) => ({
      id,
      supplied: versionsOf({ id, freshness: null }, filing, filingDay),
      original: originalOf(filing, id, today),
    })),
  };
}

/** Every original of a license that was ever handed over, those that are out first, and of those what is due back first. */
export function originalsOf(
  { filings }: LicenseState,
  today: CivilDate,
): (OriginalOut & { filingId: string; requirementId: string })[] {
  const all = Object.values(filings).flatMap((filing) =>
    Object.keys(filing.originals).flatMap((requirementId) => {
      const original = originalOf(filing, requirementId, today);
      return original ? [{ filingId: filing.id, requirementId, ...original }] : [];
    }),
  );
  const rank = ({ returnedOn, dueBackOn }: OriginalOut) =>
    returnedOn === null ? `0 ${dueBackOn ?? '9999-12-31'}` : `1 ${returnedOn}`;
  return all.sort((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}

function lineOf(requirement: Requirement, filing: Filing, filingDay: CivilDate, today: CivilDate): ChecklistLine {
  const supplied = versionsOf(requirement, filing, filingDay);
  const newest = supplied.at(-1);
  const formality = formalityOf(requirement.id);
  return {
    ...requirement,
    material: filing.materials[requirement.id]?.at(-1) ?? null,
    versions: supplied.length,
    supplied,
    freshUntil: newest?.freshUntil ?? null,
    stale: newest?.stale ?? null,
    deferred: filing.deferred.includes(requirement.id),
    formality,
    sealMissing: formality?.seal === true && newest?.sealed === false,
    original: originalOf(filing, requirement.id, today),
  };
}

function versionsOf(
  requirement: Pick<Requirement, 'id' | 'freshness'>,
  filing: Filing,
  filingDay: CivilDate,
): SuppliedVersion[] {
  return (filing.materials[requirement.id] ?? []).map((version) => {
    const until = freshUntil(requirement, version.issuedOn);
    const stale =
      until === null ? null : !isFiled(filing, version) && isStale(requirement, version.issuedOn, filingDay);
    return { ...version, freshUntil: until, stale };
  });
}

function originalOf(filing: Filing, requirementId: string, today: CivilDate): OriginalOut | null {
  const original = filing.originals[requirementId];
  if (!original) return null;
  const { dueBackOn, returnedOn } = original;
  return { ...original, overdue: returnedOn === null && dueBackOn !== null && dueBackOn < today };
}
