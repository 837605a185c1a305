import './typescript-imports.cjs';
import { rmSync } from 'node:fs';
import type { TestServers } from './global-setup.js';

export default async function globalTeardown(): Promise<void> {
  const servers = (globalThis as { paizhaoTestServers?: TestServers }).paizhaoTestServers;
  if (!servers) return;
  await servers.supervisor.stop();
  rmSync(servers.supervisor.folder, { recursive: true, force: true });
}
