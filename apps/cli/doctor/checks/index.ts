import type { Check } from '../check.js';
import { alarms } from './alarms.js';
import { api } from './api.js';
import { chains } from './chains.js';
import { clock } from './clock.js';
import { dataKey } from './data-key.js';
import { files } from './files.js';
import { law } from './law.js';
import { ledgerGuards } from './ledger-guards.js';
import { mail } from './mail.js';
import { messages } from './messages.js';
import { migrations } from './migrations.js';
import { roleRights } from './role-rights.js';
import { schedules } from './schedules.js';
import { sealing } from './sealing.js';
import { temporalSettings } from './temporal-settings.js';
import { wakeUps } from './wake-ups.js';
import { workers } from './workers.js';
import { workflows } from './workflows.js';

/** In the order in which they are told: what others depend on first. A new one is a file and a line here. */
export const checks: readonly Check[] = [
  migrations,
  roleRights,
  ledgerGuards,
  chains,
  sealing,
  law,
  dataKey,
  clock,
  temporalSettings,
  workers,
  schedules,
  workflows,
  wakeUps,
  messages,
  alarms,
  mail,
  api,
  files,
];
