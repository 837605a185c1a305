import type { AuditedDeadline, AuditedLaw, AuditedLawFile } from '../audit-report/content.js';
import { shanghaiDay } from '../calendar/index.js';
import { knownTables, type LicenseEntry, Unavailable } from '../domain/index.js';
import { lawHash } from '../law/index.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import { type Explanation, knownPacks } from '../rulebook/index.js';

/** The law that entries pin and proofs name. */
export interface LawOfBundle {
  packs: AuditedLawFile[];
  calendars: AuditedLawFile[];
}

/** @throws Unavailable `law-not-here` where a version is not part of this installation any more */
export function lawOfBundle(entries: readonly LicenseEntry[], deadlines: readonly AuditedDeadline[]): LawOfBundle {
  const explanations = deadlines.flatMap(({ dates }) => dates.map(({ explanation }) => explanation));
  const pins = entries.flatMap(pinsIn);
  const of = (kind: 'pack' | 'calendar', named: readonly (string | null)[]) =>
    versionsOf(kind, pins, named).map(([id, pinnedBy]) => ({ ...fileOf(kind, id), pinnedBy }));
  return {
    packs: of(
      'pack',
      explanations.map(({ pack }) => pack),
    ),
    calendars: of(
      'calendar',
      explanations.map(({ calendar }) => calendar.id),
    ),
  };
}

interface Pin {
  kind: 'pack' | 'calendar';
  id: string;
  by: { seq: number; day: string };
}

function pinsIn(entry: LicenseEntry): Pin[] {
  const by = { seq: entry.seq, day: shanghaiDay(entry.recordedAt) };
  switch (entry.type) {
    case 'license-opened': {
      const { pack, calendar } = entry.data.pins;
      return [
        { kind: 'pack', id: pack, by },
        { kind: 'calendar', id: calendar, by },
      ];
    }
    case 'rulebook-adopted':
      return [{ kind: 'pack', id: entry.data.pack, by }];
    case 'calendar-adopted':
      return [{ kind: 'calendar', id: entry.data.calendar, by }];
    default:
      return [];
  }
}

function versionsOf(
  kind: Pin['kind'],
  pins: readonly Pin[],
  named: readonly (string | null)[],
): [id: string, pinnedBy: Pin['by'][]][] {
  const versions = new Map<string, Pin['by'][]>();
  for (const pin of pins.filter((each) => each.kind === kind))
    versions.set(pin.id, [...(versions.get(pin.id) ?? []), pin.by]);
  for (const id of named) if (id !== null && !versions.has(id)) versions.set(id, []);
  return [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
}

function fileOf(kind: Pin['kind'], id: string): Omit<AuditedLawFile, 'pinnedBy'> {
  return { id, file: `law/${kind}s/${id}.json`, sha256: lawHash(lawWith(kind, id)) };
}

/** The bytes of the file. */
export function lawBytes(file: string): Buffer {
  const [, kind = '', id = ''] = /^law\/(pack|calendar)s\/(.+)\.json$/.exec(file) ?? [];
  return canonicalBytes(lawWith(kind as Pin['kind'], id));
}

function lawWith(kind: Pin['kind'], id: string) {
  const found =
    kind === 'pack' ? knownPacks().find((pack) => pack.id === id) : knownTables().find((table) => table.id === id);
  if (found) return found;
  throw new Unavailable('law-not-here', `${kind} ${id}, which the license pinned, is not part of this installation`, {
    [kind]: id,
    remedy: 'Put its file back into the folder of the law, and start again.',
  });
}

/** What the report says of the law: the versions, what the house had settled, and the rules on which dates lean. */
export function toldLaw(
  law: LawOfBundle,
  deadlines: readonly AuditedDeadline[],
  readings: AuditedLaw['readings'],
): AuditedLaw {
  const rules = new Map<string, AuditedLaw['rules'][number]>();
  for (const { pack, readings: each } of deadlines.flatMap(({ dates }) => dates.map(({ explanation }) => explanation)))
    for (const { rule } of each) if (rule) rules.set(`${pack} ${rule.id} ${rule.wording.en}`, ruleOf(pack, rule));
  return {
    ...law,
    readings,
    rules: [...rules.values()].sort((a, b) => (`${a.pack} ${a.id}` < `${b.pack} ${b.id}` ? -1 : 1)),
  };
}

type Rule = NonNullable<Explanation['readings'][number]['rule']>;

function ruleOf(pack: string | null, { id, wording, citation, source, confidence }: Rule): AuditedLaw['rules'][number] {
  return { id, pack: pack ?? '', wording, article: citation.article, source, confidence };
}
