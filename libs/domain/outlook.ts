import { foreseen } from './agenda.js';
import type { Context } from './context.js';
import type { LicenseState } from './license.js';
import { type PassingLimit, passingLimits } from './passing-limits.js';
import { type PendingNotices, pendingNotices } from './pending-notices.js';

/** All that time will do to a license as it stands. */
export interface Outlook {
  limits: readonly PassingLimit[];
  /** Notices of every duty that is open or foreseen. */
  foreseen: readonly PendingNotices[];
  /** Of these, those of duties that are open today. */
  open: readonly PendingNotices[];
}

/** The newest answer of all: tick and wake-up ask about one state in turn. */
let newest: { state: LicenseState; law: Context['law']; today: Context['today']; outlook: Outlook } | null = null;

/** Depends on the day, not on the hour. The tick and the next wake-up look at the same one. */
export function outlookOf(state: LicenseState, context: Context): Outlook {
  const { law, today } = context;
  if (newest?.state === state && newest.today === today && newest.law === law) return newest.outlook;
  const all = foreseen(state, context).map((obligation) => pendingNotices(state, obligation, context));
  const open = all.filter(({ obligation }) => obligation.openedOn <= today);
  const outlook = { limits: passingLimits(state, context), foreseen: all, open };
  newest = { state, law, today, outlook };
  return outlook;
}
