import type { CivilDate } from '../calendar/index.js';
import type { TextRef } from './company.js';
import type { AskedItem, Filing, MaterialVersion, Round } from './license.js';

/** What became of one thing that the authority asked for. */
export type ItemState = 'open' | 'supplied' | 'answered' | 'passed-over';

/** A version of a material, as far as a task needs to name it. */
export type NamedVersion = Pick<MaterialVersion, 'materialId' | 'version' | 'sha256'>;

/** One thing that the authority asked for, as a task. */
export interface CorrectionItem {
  id: string;
  /** Null where the notice names no requirement: then words answer it, or a material supplied under the item's own id. */
  requirementId: string | null;
  text: TextRef | null;
  state: ItemState;
  /** The version that was handed in and sent back; null where none had been. */
  rejected: NamedVersion | null;
  /** The newer version that answers. */
  suppliedBy: NamedVersion | null;
  /** What was said instead: an answer in words, or why the item is passed over. */
  said: TextRef | null;
  /** Who did it, and when; null while it is open. */
  done: { by: string; on: CivilDate; seq: number } | null;
}

/** Of the correction that waits for an answer; none where no correction does. */
export function correctionItems(filing: Filing): CorrectionItem[] {
  const last = filing.rounds.at(-1);
  return last ? itemsOf(filing, last) : [];
}

/** The items of each notice, oldest first. */
export function itemsByRound(filing: Filing): { round: number; items: CorrectionItem[] }[] {
  return filing.rounds.flatMap((round) =>
    round.correction === null ? [] : [{ round: round.round, items: itemsOf(filing, round) }],
  );
}

function itemsOf(filing: Filing, round: Round): CorrectionItem[] {
  const { correction } = round;
  if (!correction) return [];
  const next = filing.rounds.find((other) => other.round === round.round + 1);
  return correction.items.map((item) => {
    const supplied = item.requirementId ?? item.id;
    const versions = Object.hasOwn(filing.materials, supplied) ? (filing.materials[supplied] ?? []) : [];
    const newest = versions.findLast(
      ({ seq }) => seq > correction.seq && (next === undefined || seq < next.submittedSeq),
    );
    const rejected = versions.findLast(({ seq }) => seq < round.submittedSeq) ?? null;
    return { ...asked(item), rejected: rejected && named(rejected), ...answerTo(newest, correction.answers[item.id]) };
  });
}

const asked = ({ id, requirementId, text }: AskedItem) => ({ id, requirementId, text });
const named = ({ materialId, version, sha256 }: MaterialVersion): NamedVersion => ({ materialId, version, sha256 });

type Answers = NonNullable<Round['correction']>['answers'];

/** The newest act counts: a material supplied after an item was passed over answers it. */
function answerTo(
  newest: MaterialVersion | undefined,
  answer: Answers[string] | undefined,
): Pick<CorrectionItem, 'state' | 'suppliedBy' | 'said' | 'done'> {
  if (newest && (!answer || newest.seq > answer.seq)) {
    const { suppliedBy: by, suppliedOn: on, seq } = newest;
    return { state: 'supplied', suppliedBy: named(newest), said: null, done: { by, on, seq } };
  }
  if (!answer) return { state: 'open', suppliedBy: null, said: null, done: null };
  const { person: by, on, seq } = answer;
  const state = answer.by === 'text' ? 'answered' : 'passed-over';
  return { state, suppliedBy: null, said: answer.text, done: { by, on, seq } };
}
