import type { Config } from '../../../libs/config/index.js';
import type { HealDeps } from '../../../libs/gateway/index.js';
import type { LicenseRepository } from '../../../libs/persistence/index.js';
import type { Bilingual } from '../command.js';

export type Level = 'ok' | 'warning' | 'error';

/** One thing that was looked at: what is so, where, and what to do about it. Never holds a secret or personal data. */
export interface Finding {
  level: Level;
  what: Bilingual;
  where: string;
  /** Null where nothing is to be done. */
  remedy: Bilingual | null;
}

/** Rows of a question to the installation's database, with the rights of the product's own role. */
export type Ask = <T>(sql: string, values?: unknown[]) => Promise<T[]>;

/** What the doctor knows of Temporal, once it answers. */
export interface TemporalSide {
  /** Ids of the schedules of the namespace, with whether each is paused. */
  schedules(): Promise<{ id: string; paused: boolean }[]>;
  /** Names of the search attributes of the namespace. */
  searchAttributes(): Promise<string[]>;
  /** Whether the server lets callers wait for Updates in this namespace. */
  takesUpdates(): Promise<boolean>;
  pollers(): Promise<{ licenses: boolean; notices: boolean; laws: string[]; versions: string[] }>;
}

/** An installation, as far as it could be reached. */
export interface Patient {
  config: Config;
  /** Milliseconds of this machine's clock. */
  now(): number;
  database: Ask;
  temporal: TemporalSide;
  licenses: Pick<LicenseRepository, 'lackingLaw'>;
  healer: HealDeps;
}

export type Part = 'database' | 'temporal';

/** A check looks at one thing and changes nothing. What it throws is told as an error of its own. */
export interface Check {
  name: string;
  needs: readonly Part[];
  look(patient: Patient): Promise<Finding[]>;
}

export const ok = (where: string, zh: string, en: string): Finding => ({
  level: 'ok',
  where,
  what: { zh, en },
  remedy: null,
});

export const warning = (where: string, what: Bilingual, remedy: Bilingual): Finding => ({
  level: 'warning',
  where,
  what,
  remedy,
});

export const error = (where: string, what: Bilingual, remedy: Bilingual): Finding => ({
  level: 'error',
  where,
  what,
  remedy,
});
