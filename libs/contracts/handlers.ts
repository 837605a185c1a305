import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { ExecuteAnswer, LicenseCarry } from './messages.js';

/**
 * Runs a stored command on its license and waits for the answer. Fails with an `ApplicationFailure` whose type is the
 * domain code and whose details are `[kind, details]`; `record-unavailable` means that the outcome is unknown.
 */
export const executeUpdate = defineUpdate<ExecuteAnswer, [string]>('execute');

/**
 * Asks the license to continue as new at its next idle moment, so that what follows runs by the code of today. Asking
 * again is fine. An Update and not a signal: signals collide with continue-as-new.
 */
export const refreshUpdate = defineUpdate<void, []>('refresh');

/** Where the license stands as its workflow knows it; null until the ledger has been asked for the first time. */
export const progressQuery = defineQuery<LicenseCarry | null>('progress');
