import type { CivilDate } from '../../calendar/index.js';
import { movementMembers } from '../correctable-originals.js';
import { Conflict, InvalidInput } from '../errors.js';
import { filingDayOf } from '../filing-day.js';
import type { Filing, LicenseState, Original } from '../license.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Act, type Deciders, decided } from './decider.js';
import { filingOf, personOf } from './guard.js';
import { checkAskedFor } from './pack-checks.js';

type OriginalCommand = 'hand-over-original' | 'record-original-shown' | 'record-original-return' | 'correct-original';

/** Originals of a filing's papers: who has them, when they were shown at the window, and that they came back. */
export const originals: Pick<Deciders, OriginalCommand> = {
  'hand-over-original': (state, { filingId, requirementId, holder, handedOverOn, dueBackOn }, act) => {
    const filing = filingOf(state, filingId);
    checkHolder(holder);
    checkAskedFor(
      state,
      filing,
      { requirementId, on: filingDayOf(filing, act.validOn), pointer: '/requirementId' },
      act.context,
    );
    pastDay(handedOverOn, '/handedOverOn', act.context);
    notBefore(handedOverOn, lastMove(filing.originals[requirementId]), {
      code: 'original-days-reversed',
      pointer: '/handedOverOn',
      after: 'what is on record of it',
    });
    optional(dueBackOn, (day) => {
      notBefore(civilDay(day, '/dueBackOn'), handedOverOn, {
        code: 'original-days-reversed',
        pointer: '/dueBackOn',
        after: 'the hand-over',
      });
    });
    const data = { filingId, requirementId, holder, handedOverOn, dueBackOn };
    return [decided('original-handed-over', handedOverOn, data)];
  },

  'record-original-shown': (state, { filingId, requirementId, shownOn }, act) => {
    checkMove(state, { filingId, requirementId }, shownOn, '/shownOn', act);
    return [decided('original-shown', shownOn, { filingId, requirementId, shownOn })];
  },

  'record-original-return': (state, { filingId, requirementId, returnedOn }, act) => {
    checkMove(state, { filingId, requirementId }, returnedOn, '/returnedOn', act);
    return [decided('original-returned', returnedOn, { filingId, requirementId, returnedOn })];
  },

  /** Proposes to take it back, as `propose-correction` does for any entry: a second person agrees before it holds. */
  'correct-original': (state, { filingId, requirementId, mistaken, reason }, { validOn, context }) => {
    personOf(context);
    const original = originalIn(filingOf(state, filingId), requirementId);
    const { seq = null, on: from = null } =
      (mistaken === 'return' ? returnOf(original) : original?.showings.at(-1)) ?? {};
    if (seq === null || from === null) throw nothingMistaken(mistaken);
    const member = movementMembers[mistaken];
    return [decided('entry-correction-proposed', validOn, { seq, member, from, to: null, reason })];
  },
};

const returnOf = (original: Original | undefined) => original && { seq: original.returnedSeq, on: original.returnedOn };

const nothingMistaken = (mistaken: string): Conflict =>
  new Conflict('original-entry-missing', `No ${mistaken} of this original is on record`, {
    pointer: '/mistaken',
    remedy: 'Look at GET /licenses/:id/originals. A mistaken hand-over is put right by the next one.',
  });

function checkHolder(holder: Original['holder']): void {
  if ('person' in holder !== 'place' in holder) return;
  throw new InvalidInput('holder-unclear', 'The original is with a person or at a place', {
    pointer: '/holder',
    remedy: 'Give `person` or `place`, one of the two.',
  });
}

/** An original can be shown, or come back, while it is out. */
function checkMove(
  state: LicenseState,
  { filingId, requirementId }: { filingId: string; requirementId: string },
  day: CivilDate,
  pointer: string,
  { context }: Act,
): void {
  const original = outOf(filingOf(state, filingId), requirementId);
  pastDay(day, pointer, context);
  notBefore(day, lastMove(original), {
    code: 'original-days-reversed',
    pointer,
    after: 'what is on record of it',
  });
}

function outOf(filing: Filing, requirementId: string): Original {
  const original = originalIn(filing, requirementId);
  if (original && original.returnedOn === null) return original;
  throw new Conflict('original-not-out', 'No original of this paper is out', {
    pointer: '/requirementId',
    filingId: filing.id,
    requirementId: String(requirementId).slice(0, 80),
    out: Object.keys(filing.originals).filter((id) => filing.originals[id]?.returnedOn === null),
    remedy: 'Record first to whom it was handed over.',
  });
}

const originalIn = ({ originals: known }: Filing, requirementId: string): Original | undefined =>
  Object.hasOwn(known, requirementId) ? known[requirementId] : undefined;

/** The newest day on record of an original; the beginning of time for one that never moved. */
function lastMove(original: Original | undefined): CivilDate {
  const { handedOverOn = '0001-01-01', shownOn = null, returnedOn = null } = original ?? {};
  return [handedOverOn, shownOn ?? '', returnedOn ?? ''].sort().at(-1) as CivilDate;
}
