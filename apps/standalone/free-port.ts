import { createServer } from 'node:net';
import { OperatorProblem } from './operator-problem.js';

const LOOPBACK = '127.0.0.1';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryListening(0);
  if (port === undefined)
    throw new OperatorProblem(
      'port-in-use',
      'This machine has no free TCP port.',
      'Stop some servers and start again.',
    );
  return port;
}

/**
 * The port to use: the one set by hand, or any free one.
 *
 * @param fixed what the operator set, if anything
 * @param setting the name of that setting, for the message
 * @throws OperatorProblem `port-in-use` when the fixed one is taken
 */
export async function choosePort(fixed: number | undefined, setting: string): Promise<number> {
  if (fixed === undefined) return freePort();
  if ((await tryListening(fixed)) !== undefined) return fixed;
  throw new OperatorProblem(
    'port-in-use',
    `Port ${fixed} (${setting}) is used by another program.`,
    `Stop that program ("ss -ltnp" or "lsof -i :${fixed}" names it), or set ${setting} to another port, or leave it unset for a free one.`,
  );
}

function tryListening(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(undefined));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = probe.address();
      const taken = typeof address === 'object' && address !== null ? address.port : undefined;
      probe.close(() => done(taken));
    });
  });
}
