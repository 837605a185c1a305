import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { ExecuteAnswer, LicenseCarry } from './messages.js';

/**
 * Runs a stored command on its license and waits for the answer. Fails with an `ApplicationFailure` whose type is the
 * domain code and whose details are `[kind, details]`; `record-unavailable` means that the outcome is unknown.
 */
export const executeUpdate = defineUpdate<ExecuteAnswer, [string]>('execute');

/** Where the license stands as its workflow knows it; null until the ledger has been asked for the first time. */
export const progressQuery = defineQuery<LicenseCarry | null>('progress');
