import { type Ladder, ladderFor } from '../rulebook/index.js';
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
}

const nothing: NoticeRecord = { fired: [], quoted: null };

/** Notices to come of an obligation. While its clock stands still there are none. */
export function pendingNotices(state: LicenseState, obligation: Obligation, context: Context): PendingNotices {
  const record = state.notices[obligation.id] ?? nothing;
  if (obligation.paused) return { obligation, record, rungs: [], escalations: [] };
  const place = {
    law: context.law,
    obligation,
    permitEnd: state.permit?.terms.at(-1)?.lastDay ?? null,
    fired: record.fired,
    today: context.today,
  };
  return {
    obligation,
    record,
    rungs: rungsToCome(ladderOf(obligation, context), place),
    escalations: escalationsToCome(obligation, record.fired, state.people, context.law.calendar),
  };
}

function ladderOf({ kind }: Obligation, { law }: Context): Ladder {
  return ladderFor(law, kind);
}
