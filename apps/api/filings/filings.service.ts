import { Injectable } from '@nestjs/common';
import {
  agenda,
  type Checklist,
  checklistOf,
  type Filing,
  type LicenseState,
  NotFound,
  type Principal,
} from '../../../libs/domain/index.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';
import { papersTold } from './papers-told.js';

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

  /** A filing with what goes with it: its papers, what follows it, the rights against its decision, corrections. */
  async told(licenseId: string, filingId: string, principal: Principal): Promise<object> {
    const { state, context, filing } = await this.find(licenseId, filingId, principal);
    const [follower] = Object.values(state.filings)
      .filter(({ follows }) => follows === filingId)
      .sort((a, b) => b.openedSeq - a.openedSeq);
    const own = new Set(entriesOf(state, filing));
    return {
      seq: state.seq,
      ...filing,
      followedBy: follower?.id ?? null,
      papers: papersTold(state, filingId),
      rights: agenda(state, context).filter((each) => each.duty === 'right' && each.filingId === filingId),
      corrections: state.corrected.filter(({ seq }) => own.has(seq)),
    };
  }

  /** By the law that the license pins, on the planned filing day, or today. */
  async checklist(licenseId: string, filingId: string, principal: Principal): Promise<Checklist> {
    const { state, context, filing } = await this.find(licenseId, filingId, principal);
    return checklistOf(state, filing, context);
  }
}

/** Entries about a filing that may have been corrected: its papers, its submissions, its end, and moves of its originals. */
function entriesOf({ papers }: LicenseState, { id, rounds, closedSeq, originals }: Filing): (number | null)[] {
  return [
    ...papers.flatMap(({ seq, filingId }) => (filingId === id ? [seq] : [])),
    ...rounds.map(({ submittedSeq }) => submittedSeq),
    ...Object.values(originals).flatMap(({ showings, returnedSeq }) => [
      ...showings.map(({ seq }) => seq),
      returnedSeq,
    ]),
    closedSeq,
  ];
}
