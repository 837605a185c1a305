import { type ErasedFile, fileNeeded, fileNotFound, textNeeded, textsOf } from '../erasure.js';
import type { Filing, LicenseState } from '../license.js';
import { filingMachines, isTerminal } from '../machines.js';
import { isFormallyOver } from '../status.js';
import { type Deciders, decided } from './decider.js';

/** The end of what people wrote, of names, and of files: nothing goes that a duty still needs. */
export const erasing: Pick<Deciders, 'erase-texts' | 'erase-files'> = {
  'erase-texts': (state, { refs, ground, reason }, { validOn }) => {
    mustNotNeed(state, refs);
    return [decided('erased', validOn, { what: 'texts', refs, ground, reason })];
  },

  'erase-files': (state, { files: ids, ground, reason }, { validOn }) => {
    const asked = new Set(ids);
    const known = filesOf(state).filter(({ id }) => asked.has(id));
    const missing = [...asked].filter((id) => !known.some((file) => file.id === id));
    if (missing.length > 0) throw fileNotFound(missing);
    mustNotNeedFiles(state, ids);
    const there = known.filter(({ erasedOn }) => erasedOn === null);
    if (there.length === 0) return [];
    const files = there.map(({ id, sha256, bytes, mediaType }) => ({ id, sha256, bytes, mediaType }));
    return [decided('erased', validOn, { what: 'files', files, ground, reason })];
  },
};

/** What the license is not done with: the company as the authority knows it, and filings that are open. */
function mustNotNeed(state: LicenseState, refs: readonly string[]): void {
  if (state.closed) return;
  const subjects: [string, unknown][] = openFilings(state).map((filing) => [filing.id, filing]);
  if (!isFormallyOver(state)) subjects.unshift(['company', state.company]);
  for (const [name, value] of subjects) {
    const texts = textsOf(value);
    const needed = refs.filter((ref) => texts.includes(ref));
    if (needed.length > 0) throw textNeeded(needed, name);
  }
}

/** What the license is not done with: papers of the authority while it lasts, and what an open filing rests on. */
function mustNotNeedFiles(state: LicenseState, ids: readonly string[]): void {
  if (state.closed) return;
  const subjects: [string, string[]][] = openFilings(state).map((filing) => [filing.id, heldBy(filing)]);
  if (!isFormallyOver(state)) subjects.unshift(['license', standingScans(state)]);
  for (const [name, held] of subjects) {
    const needed = ids.filter((id) => held.includes(id));
    if (needed.length > 0) throw fileNeeded(needed, name);
  }
}

const openFilings = ({ filings }: LicenseState): Filing[] =>
  Object.values(filings).filter(({ kind, status }) => !isTerminal(filingMachines[kind], status));

/** Of each requirement the newest version, that which was signed for, and those that were handed in. */
function heldBy({ materials, pack, rounds }: Filing): string[] {
  const moments = [Number.POSITIVE_INFINITY, pack?.seq ?? 0, ...rounds.map(({ submittedSeq }) => submittedSeq)];
  return Object.values(materials).flatMap((versions) =>
    moments.flatMap((moment) => versions.findLast(({ seq }) => seq < moment)?.materialId ?? []),
  );
}

const standingScans = ({ papers }: LicenseState): string[] =>
  papers.flatMap(({ scans }) => scans.flatMap(({ scanId, replacedBy }) => (replacedBy === null ? [scanId] : [])));

/** Every material and scan of the license. */
function filesOf({ filings, papers }: LicenseState): (ErasedFile & { erasedOn: string | null })[] {
  const materials = Object.values(filings).flatMap((filing) => Object.values(filing.materials).flat());
  const scans = papers.flatMap((paper) => paper.scans);
  return [
    ...materials.map(({ materialId: id, ...file }) => ({ id, ...file })),
    ...scans.map(({ scanId: id, ...file }) => ({ id, ...file })),
  ];
}
