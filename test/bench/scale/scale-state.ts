import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { People } from '../../../libs/domain/index.js';
import type { CommandsResult } from './commands-on-sleepers.js';
import type { LifeResult } from './cost-of-a-life.js';
import type { NewYearResult } from './new-year.js';
import type { SleepersResult } from './sleepers.js';

export interface Results {
  a?: SleepersResult;
  b?: NewYearResult;
  c?: CommandsResult;
  d?: LifeResult;
}

/** Who and what the licenses belong to; tokens are of this throw-away stack alone. */
export interface Cast {
  officer: { id: string; token: string };
  owners: string[];
  deputy: string;
  manager: string;
  companies: string[];
}

/** What is done of a run, kept in its folder so that it can be gone on with. */
export interface ScaleState {
  licenses: number;
  cast: Cast | null;
  /** Bytes before the first license. */
  empty: { postgres: number; temporal: number } | null;
  /** Last days of the permits: the same for all. */
  permit: { validFrom: string; lastDay: string } | null;
  /** What the parts of (a) that are over have told. */
  sleepers: Partial<SleepersResult>;
  results: Results;
}

export const newState = (licenses: number): ScaleState => ({
  licenses,
  cast: null,
  empty: null,
  permit: null,
  sleepers: {},
  results: {},
});

const fileIn = (folder: string): string => join(folder, 'scale.json');

/** Null where no run has begun. */
export function stateIn(folder: string): ScaleState | null {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as ScaleState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** It holds a token, so only its owner may read it. */
export function keepState(folder: string, state: ScaleState): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function peopleOf({ owners, deputy, manager }: Cast, index: number): People {
  return { owner: owners[index % owners.length] ?? '', deputy, manager };
}
