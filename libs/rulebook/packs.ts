import { UnknownPackError } from './errors.js';
import type { RulePack } from './pack.js';
import { cnVatsCurrent1 } from './packs/cn-vats-current-1/index.js';

/** Every pack that ships, oldest first. A published one never changes (`packs/lock.json` holds their hashes). */
export const publishedPacks: readonly RulePack[] = [cnVatsCurrent1];

/** The pack that a new license pins. */
export const latestPack: RulePack = cnVatsCurrent1;

/** A pack by its id, such as `cn-vats-current@1`. @throws UnknownPackError (`unknown-rule-pack`) */
export function packById(id: string): RulePack {
  const pack = publishedPacks.find((candidate) => candidate.id === id);
  if (!pack) throw new UnknownPackError(id, publishedPacks.map((candidate) => candidate.id));
  return pack;
}
