import type { CalendarTable } from '../table.js';
import { cn2026v1 } from './cn-2026-1.js';
import { cn2026v2 } from './cn-2026-2.js';

/**
 * Every published calendar, oldest first. A published table never changes (`lock.json` holds their hashes);
 * a new notice brings a new table beside the old ones.
 */
export const publishedTables: readonly CalendarTable[] = [cn2026v1, cn2026v2];

/** The newest table: what a new license pins. */
export const latestTable: CalendarTable = cn2026v2;
