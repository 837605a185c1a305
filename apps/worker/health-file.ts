import { rmSync, writeFileSync } from 'node:fs';

const everyMs = 5_000;

/**
 * A file whose age says whether this process lives and polls: written every five seconds while it does, gone when it
 * stops. For a container's health check; a worker listens on no port.
 */
export function keepHealthFile(path: string, isHealthy: () => boolean): { stop(): void } {
  const write = () => {
    if (isHealthy()) writeFileSync(path, `${process.pid}\n`);
  };
  write();
  const timer = setInterval(write, everyMs);
  return {
    stop() {
      clearInterval(timer);
      rmSync(path, { force: true });
    },
  };
}
