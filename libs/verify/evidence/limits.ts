import { isSame, listOf, type Members, membersOf, numberOf, textOf } from './members.js';

/** What the packs of the bundle say of how long a limit is, and how it is counted. */
export class Limits {
  /** By pack: of each reading of each limit, as many as there are versions of it. */
  private readonly packs = new Map<string, Map<string, Members[]>>();

  take(pack: string, value: unknown): void {
    const readings = new Map<string, Members[]>();
    for (const limit of listOf(membersOf(value).limits))
      for (const { id, from, count, pauses, wording } of listOf(limit.readings)) {
        const key = keyOf(limit.id, id);
        readings.set(key, [...(readings.get(key) ?? []), { from, count, pauses, wording }]);
      }
    this.packs.set(pack, readings);
  }

  /**
   * The first member in which a reading of an explanation is none of the pack's; null where it is one. Of a pack that is
   * not here nothing is said.
   */
  differs(pack: unknown, { id, rule, start, count, pausedDays }: Members): 'rule' | 'count' | 'pausedDays' | null {
    const readings = this.packs.get(textOf(pack));
    if (!readings) return null;
    const { id: ruleId, wording } = membersOf(rule);
    const versions = (readings.get(keyOf(ruleId, id)) ?? []).filter(
      (each) => isSame(each.wording, wording) && each.from === membersOf(start).name,
    );
    if (versions.length === 0) return 'rule';
    const counted = versions.filter((each) => isSame(each.count, count));
    if (counted.length === 0) return 'count';
    return counted.some(({ pauses }) => pauses !== 'none' || numberOf(pausedDays) === 0) ? null : 'pausedDays';
  }
}

const keyOf = (rule: unknown, reading: unknown): string => `${textOf(rule)} ${textOf(reading)}`;
