import 'reflect-metadata';
import { loadConfigOrExit, version } from '../../libs/config/index.js';
import { proveCore } from '../../libs/domain/index.js';
import { lawHere, loadLawFolder } from '../../libs/law/index.js';
import { createLogger } from '../../libs/log/index.js';
import { compose } from './compose.js';
import { createApp } from './create-app.js';
import { shutDown } from './shut-down.js';

/** Shorter than the grace that a container is given. */
const drainMs = 15_000;

const config = loadConfigOrExit('FILES_DIR');
const log = createLogger({ process: 'api', version, level: config.logLevel });
try {
  if (config.lawFolder) loadLawFolder(config.lawFolder);
  proveCore();
} catch (error) {
  log.fatal({ err: error }, 'the law cannot be worked with');
  process.exit(1);
}
const { runtime, loops, close } = await compose(config, log);
const app = await createApp(runtime);

/** The api shuts down, then pools are closed; a second signal ends the process at once. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  await shutDown(app, loops, drainMs);
  await close();
  log.info('stopped');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop(signal).catch((error: unknown) => {
      log.fatal({ err: error }, 'did not stop cleanly');
      process.exit(1);
    });
  });
}

await app.listen(config.http.port, config.http.host);
log.info({ address: await app.getUrl(), publicUrl: config.http.publicUrl, law: lawHere() }, 'listening');
