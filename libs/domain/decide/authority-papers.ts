import type { AuthorityCommandType } from '../authority-commands.js';
import { correctionItems } from '../correction-items.js';
import { Conflict, NotFound } from '../errors.js';
import type { AskedItem, Filing, LicenseState, Round } from '../license.js';
import { isMaterial } from '../pack.js';
import type { AuthorityPaper } from '../papers.js';
import { notBefore } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, lastRound } from './guard.js';

const noNotice = {
  code: 'correction-not-open',
  remedy: 'Only the items of a correction notice that waits for its answer are answered.',
};

/** Images of the authority's papers, and what people do about the points of a notice. */
export const authorityPapers: Pick<Deciders, AuthorityCommandType> = {
  'attach-scan': (state, data, { validOn }) => {
    const paper = paperOf(state, data.entry);
    const tied = state.papers.find(({ scans }) => scans.some(({ scanId }) => scanId === data.scanId));
    if (tied) {
      throw new Conflict('scan-already-attached', `This scan shows the paper of entry ${tied.seq}`, {
        pointer: '/scanId',
        entry: tied.seq,
        remedy: 'Upload each image by itself.',
      });
    }
    mustBeScan(state, data.scanId);
    mustStand(paper, data.replaces);
    return [decided('scan-attached', validOn, { ...data })];
  },

  'answer-correction-item': (state, { filingId, itemId, text }, { validOn }) => {
    const { item, round } = itemOf(state, filingId, itemId, validOn);
    if (item.requirementId !== null) {
      throw new Conflict('correction-item-needs-material', `Item ${item.id} asks for a material`, {
        pointer: '/itemId',
        requirementId: item.requirementId,
        remedy: 'Supply a new version of it, or pass the item over with a reason.',
      });
    }
    return [decided('correction-item-answered', validOn, { filingId, round, itemId, text })];
  },

  'pass-over-correction-item': (state, { filingId, itemId, reason }, { validOn }) => {
    const { item, round, filing } = itemOf(state, filingId, itemId, validOn);
    const { state: now } = correctionItems(filing).find(({ id }) => id === item.id) ?? { state: 'open' };
    if (now === 'supplied' || now === 'answered') {
      throw new Conflict('correction-item-answered', `Item ${item.id} is answered`, {
        pointer: '/itemId',
        state: now,
        remedy: 'Nothing is left to do about it.',
      });
    }
    return [decided('correction-item-passed-over', validOn, { filingId, round, itemId, reason })];
  },
};

function paperOf({ papers }: LicenseState, entry: number): AuthorityPaper {
  const paper = papers.find(({ seq }) => seq === entry);
  if (paper) return paper;
  throw new NotFound('paper-not-found', `Entry ${String(entry)} tells no paper of the authority`, {
    pointer: '/entry',
    known: papers.slice(-20).map(({ seq, type }) => ({ seq, type })),
    remedy: 'Name the entry of a receipt, a notice, a decision or a permit; GET …/papers lists them.',
  });
}

/** A file of the license that was handed in as a material was never uploaded as an image of a paper. */
function mustBeScan(state: LicenseState, scanId: string): void {
  if (!isMaterial(state, scanId)) return;
  throw new NotFound('scan-not-found', 'That file is a material of a filing, and no scan', {
    pointer: '/scanId',
    remedy: 'Upload the image of the paper as a scan of its own.',
  });
}

function mustStand({ seq, scans }: AuthorityPaper, replaces: string | null): void {
  if (replaces === null || scans.some((scan) => scan.scanId === replaces && scan.replacedBy === null)) return;
  throw new NotFound('scan-not-found', `Entry ${seq} has no such scan that could be replaced`, {
    pointer: '/replaces',
    known: scans.flatMap(({ scanId, replacedBy }) => (replacedBy === null ? [scanId] : [])),
    remedy: 'Name a scan of the paper that none has replaced yet, or leave it out.',
  });
}

/** An item of the notice that waits, on a day on which it was there. */
function itemOf(
  state: LicenseState,
  filingId: string,
  itemId: string,
  on: string,
): { filing: Filing; round: Round['round']; item: AskedItem } {
  const filing = filingFor(state, filingId, 'correction-item-answered', noNotice);
  const { round, correction } = lastRound(filing);
  const item = correction?.items.find(({ id }) => id === itemId);
  if (correction && item) {
    notBefore(on, correction.noticedOn, {
      code: 'submission-before-notice',
      pointer: '/validOn',
      after: 'the notice',
    });
    return { filing, round, item };
  }
  throw new NotFound('correction-item-not-found', `The notice has no item ${String(itemId).slice(0, 60)}`, {
    pointer: '/itemId',
    known: correction?.items.map(({ id }) => id) ?? [],
    remedy: 'Name an item of the notice that waits for its answer.',
  });
}
