import type { Actor } from '../domain/index.js';

/** Who does something outside a license's own stream, under which command, and when (UTC instant and civil day). */
export interface Act {
  actor: Actor;
  commandId: string;
  now: string;
  validOn: string;
}
