import { latestCalendar } from '../calendar/index.js';
import { InvalidPackError, UnknownPackError } from './errors.js';
import type { RulePack } from './pack.js';
import { cnVats2009 } from './packs/cn-vats-2009-1/index.js';
import { cnVatsCurrent1 } from './packs/cn-vats-current-1/index.js';
import { cnVatsCurrent2 } from './packs/cn-vats-current-2/index.js';
import { validatePack } from './validate.js';

/**
 * A pack as it comes from JSON, like one that an installation brings. Rules with the same members then share one hidden
 * class; each of those that were put together from parts has one of its own, and is read several times as slowly.
 */
function fromJson(pack: RulePack): RulePack {
  return JSON.parse(JSON.stringify(pack));
}

/** The pack that a new license pins. */
export const latestPack: RulePack = fromJson(cnVatsCurrent2);

/** Every pack that ships, in the order of publication. A published one never changes (`packs/lock.json` holds their hashes). */
export const publishedPacks: readonly RulePack[] = [fromJson(cnVatsCurrent1), latestPack, fromJson(cnVats2009)];

const accepted = new Map<string, RulePack>();

/** What an installation brought, beside what ships. */
const brought: RulePack[] = [];

/** Every pack that a license can pin here: those that ship, then those that the installation brought. */
export function knownPacks(): readonly RulePack[] {
  return [...publishedPacks, ...brought];
}

/**
 * Brings a pack that does not ship, when a program starts. It is checked as every other one when it is first asked for.
 * @throws InvalidPackError where the id is another pack's already
 */
export function bringPack(pack: RulePack): void {
  if (knownPacks().some(({ id }) => id === pack.id)) {
    throw new InvalidPackError(pack.id, [{ path: 'id', message: `${pack.id} is here already` }]);
  }
  brought.push(pack);
}

/**
 * A pack by its id, such as `cn-vats-current@1`. Form and examples are checked when it is first asked for.
 * @throws UnknownPackError (`unknown-rule-pack`), InvalidPackError (`invalid-rule-pack`)
 */
export function packById(id: string): RulePack {
  const known = accepted.get(id);
  if (known) return known;
  const pack = knownPacks().find((candidate) => candidate.id === id);
  if (!pack)
    throw new UnknownPackError(
      id,
      knownPacks().map((candidate) => candidate.id),
    );
  accepted.set(id, validatePack(pack, latestCalendar()));
  return pack;
}
