import { Unavailable } from '../../../libs/domain/index.js';
import { shortDigest } from '../../../libs/gateway/index.js';
import { lawHere } from '../../../libs/law/index.js';
import type { Engine } from '../runtime/runtime.js';

/**
 * New law is adopted only when every worker has it too: a license that pins what a worker lacks is refused its work.
 * @throws Unavailable `law-not-everywhere` while a worker works by another law, or Temporal does not say
 */
export async function mustBeEverywhere(engine: Engine): Promise<void> {
  const here = shortDigest(lawHere().digest);
  const laws = await engine.pollers().then(
    (pollers) => pollers.laws,
    () => [],
  );
  if (laws.length === 1 && laws[0] === here) return;
  throw new Unavailable('law-not-everywhere', 'Not every worker has the packs and calendars of this process', {
    here,
    workers: laws,
    remedy: 'Give every process the same version and the same LAW_FOLDER, then send it again.',
  });
}
