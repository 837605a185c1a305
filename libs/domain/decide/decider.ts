import type { CivilDate } from '../../calendar/index.js';
import type { LicenseCommandData, LicenseCommandType } from '../commands.js';
import type { Context } from '../context.js';
import { type LicenseEvent, type LicenseEventData, type LicenseEventType, versionOf } from '../events.js';
import type { LicenseState } from '../license.js';

/** The day on which the command's act is true, and the world in which it is judged. */
export interface Act {
  validOn: CivilDate;
  context: Context;
}

/** What follows from a command on an open license. Pure. @throws DomainError */
export type Decider<T extends LicenseCommandType> = (
  state: LicenseState,
  data: LicenseCommandData[T],
  act: Act,
) => LicenseEvent[];

export type OpeningCommand = 'open-license' | 'register-permit';

export type Deciders = { [T in Exclude<LicenseCommandType, OpeningCommand>]: Decider<T> };

/** An event as it is decided; `validOn` is the civil day on which it is true. */
export function decided<T extends LicenseEventType>(
  type: T,
  validOn: CivilDate,
  data: LicenseEventData[T],
): LicenseEvent {
  return { type, v: versionOf(type), validOn, data } as LicenseEvent;
}
