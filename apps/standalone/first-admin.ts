import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { issueFirstAdmin } from '../../libs/persistence/first-admin.js';

/**
 * On an installation without any token: the first administrator's, to be shown once. Null everywhere else. Until
 * `adminTokenWasShown` it waits in the folder, readable by its owner only: a start that fails before anybody saw the
 * token would otherwise lock everybody out.
 */
export async function firstAdminToken(databaseUrl: string, dataKey: string, folder: string): Promise<string | null> {
  const now = new Date().toISOString();
  const keep = (token: string): void => writeFileSync(waitingFile(folder), token, { mode: 0o600 });
  const when = { now, validOn: shanghaiDay(now) };
  const issued = await issueFirstAdmin(databaseUrl, Buffer.from(dataKey, 'base64'), when, keep);
  if (issued !== null) return issued;
  return existsSync(waitingFile(folder)) ? readFileSync(waitingFile(folder), 'utf8') : null;
}

export function adminTokenWasShown(folder: string): void {
  rmSync(waitingFile(folder), { force: true });
}

const waitingFile = (folder: string): string => join(folder, 'admin-token-not-shown-yet');
