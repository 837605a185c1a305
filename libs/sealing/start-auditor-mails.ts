import type { DataSource } from 'typeorm';
import { underAuditorMailLock } from '../persistence/index.js';
import { type AuditorMailDeps, mailAuditors } from './auditor-mails.js';
import { keepMailing } from './seal-loop.js';

/** This process's part of the mails to auditors, until it is stopped; one at a time mails, and none who seals waits. */
export function startAuditorMails(dataSource: DataSource, deps: AuditorMailDeps): { stop(): Promise<void> } {
  return keepMailing(async () => {
    try {
      await underAuditorMailLock(dataSource, () => mailAuditors(deps));
    } catch (error) {
      const { name, code } = Object(error) as { name?: string; code?: string };
      deps.log.error({ error: name, code }, 'auditors could not be mailed');
    }
  });
}
