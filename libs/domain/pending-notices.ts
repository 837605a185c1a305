import type { CivilDate } from '../calendar/index.js';
import { ladderFor } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import type { Context } from './context.js';
import { type Escalation, escalationsToCome } from './escalation.js';
import { type Rung, rungsToCome } from './ladder.js';
import type { LicenseState, NoticeRecord } from './license.js';
import type { Obligation } from './obligation.js';

/** All that people are still to be told about one obligation, due or not. */
export interface PendingNotices {
  obligation: Obligation;
  record: NoticeRecord;
  rungs: Rung[];
  escalations: Escalation[];
  /** Who is told of each rung together with the owner. */
  alsoTells: readonly ('deputy' | 'manager')[];
}

const nothing: NoticeRecord = { fired: [], quoted: null };

/** Notices to come of an obligation. While its clock stands still there are none. */
export function pendingNotices(state: LicenseState, obligation: Obligation, context: Context): PendingNotices {
  const record = state.notices[obligation.id] ?? nothing;
  const ladder = knownDate(() => ladderFor(context.law, obligation.kind));
  const alsoTells = ladder?.alsoTells ?? [];
  // Without a ladder in the pinned pack the duty stands on the agenda, and nobody is reminded.
  if (obligation.paused || ladder === null) return { obligation, record, rungs: [], escalations: [], alsoTells };
  const place = {
    law: context.law,
    obligation,
    permitEnd: state.permit?.terms.at(-1)?.lastDay ?? null,
    fired: record.fired,
    today: context.today,
  };
  const rungs = rungsToCome(ladder, place);
  const escalations = escalationsToCome(obligation, record.fired, state.people, context.law.calendar);
  return {
    obligation,
    record,
    rungs: rungs.filter(matters(obligation)),
    escalations: escalations.filter(matters(obligation)),
    alsoTells,
  };
}

/** A right that has lapsed is nobody's business any more; a duty that is late is. */
function matters({ duty, deadline }: Obligation): (notice: { day: CivilDate }) => boolean {
  return ({ day }) => duty !== 'right' || deadline === null || day <= deadline.date;
}
