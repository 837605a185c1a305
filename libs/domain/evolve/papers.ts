import type { RecordedEvent } from '../events.js';
import type { LicenseState } from '../license.js';
import { type AuthorityPaper, paperOf } from '../papers.js';
import { stateWith } from './changed.js';
import { type Evolvers, recordedDay } from './evolver.js';

type PaperEvent = 'scan-attached';

/** The authority's papers, and the images of them. */
export const papers: Pick<Evolvers, PaperEvent> = {
  'scan-attached': (state, event) => {
    const { entry, replaces, ...file } = event.data;
    const paper = state.papers.find(({ seq }) => seq === entry);
    if (!paper) return null;
    const { seq, actor } = event;
    const told = { attachedBy: actor.id, attachedOn: recordedDay(event), seq, replacedBy: null, erasedOn: null };
    const kept = paper.scans.map((scan) => (scan.scanId === replaces ? { ...scan, replacedBy: file.scanId } : scan));
    return withPaper(state, { ...paper, scans: [...kept, { ...file, ...told }] });
  },
};

/** Adds the paper that the event tells, where it tells one. */
export function withPaperOf(state: LicenseState, event: RecordedEvent): LicenseState {
  const paper = paperOf(event);
  return paper === null ? state : stateWith(state, { papers: [...state.papers, paper] });
}

/** The paper in the place of the one that the same entry told. */
export function withPaper(state: LicenseState, changed: AuthorityPaper): LicenseState {
  return stateWith(state, { papers: state.papers.map((paper) => (paper.seq === changed.seq ? changed : paper)) });
}
