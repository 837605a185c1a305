import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../../libs/calendar/index.js';
import { requirementsOf } from '../../../libs/domain/decide/requirements.js';
import {
  agenda,
  type Filing,
  type LicenseState,
  type MaterialVersion,
  NotFound,
  type Principal,
} from '../../../libs/domain/index.js';
import { freshUntil, isStale, type Requirement } from '../../../libs/rulebook/index.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';
import { papersTold } from './papers-told.js';

/** A requirement with what was supplied for it, judged on the filing day. */
export interface RequirementLine extends Requirement {
  /** Newest version; null while nothing was supplied. */
  material: MaterialVersion | null;
  versions: number;
  freshUntil: CivilDate | null;
  /** Too old on the filing day; null where age does not matter or nothing was supplied. */
  stale: boolean | null;
  deferred: boolean;
}

@Injectable()
export class FilingsService {
  constructor(private readonly licenses: LicenseReader) {}

  async find(licenseId: string, filingId: string, principal: Principal): Promise<LicenseAtHand & { filing: Filing }> {
    const found = await this.licenses.at(licenseId, principal);
    const filing = Object.hasOwn(found.state.filings, filingId) ? found.state.filings[filingId] : undefined;
    if (filing) return { ...found, filing };
    throw new NotFound('filing-not-found', `the license has no filing ${filingId}`, {
      pointer: '/filingId',
      known: Object.keys(found.state.filings),
      remedy: 'Open a filing first, or name one of the known ones.',
    });
  }

  /** A filing with what goes with it: what follows it, what the authority gave, the rights against its decision, corrections of its entries. */
  async told(licenseId: string, filingId: string, principal: Principal): Promise<object> {
    const { state, context, filing } = await this.find(licenseId, filingId, principal);
    const follower = Object.values(state.filings).find(({ follows }) => follows === filingId);
    const own = new Set(entriesOf(state, filing));
    return {
      ...filing,
      followedBy: follower?.id ?? null,
      papers: papersTold(state, filingId),
      rights: agenda(state, context).filter((each) => each.duty === 'right' && each.filingId === filingId),
      corrections: state.corrected.filter(({ seq }) => own.has(seq)),
    };
  }

  /** By the law that the license pins, on the planned filing day, or today. */
  async requirements(
    licenseId: string,
    filingId: string,
    principal: Principal,
  ): Promise<{ filingDay: CivilDate; requirements: RequirementLine[] }> {
    const { state, context, filing } = await this.find(licenseId, filingId, principal);
    const filingDay = filing.plannedOn !== null && filing.plannedOn > context.today ? filing.plannedOn : context.today;
    const requirements = requirementsOf(state, filing, filingDay, context).map((requirement) =>
      lineOf(requirement, filing, filingDay),
    );
    return { filingDay, requirements };
  }
}

/** Entries about a filing that may have been corrected: its papers, and each of its submissions. */
function entriesOf({ papers }: LicenseState, { id, rounds }: Filing): number[] {
  const told = papers.flatMap(({ seq, filingId }) => (filingId === id ? [seq] : []));
  return [...told, ...rounds.map(({ submittedSeq }) => submittedSeq)];
}

function lineOf(requirement: Requirement, filing: Filing, filingDay: CivilDate): RequirementLine {
  const versions = filing.materials[requirement.id] ?? [];
  const material = versions.at(-1) ?? null;
  const until = freshUntil(requirement, material?.issuedOn ?? null);
  return {
    ...requirement,
    material,
    versions: versions.length,
    freshUntil: until,
    stale: until === null ? null : isStale(requirement, material?.issuedOn ?? null, filingDay),
    deferred: filing.deferred.includes(requirement.id),
  };
}
