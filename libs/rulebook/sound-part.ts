import type { RulePack } from './pack.js';

/** A defect of form as the schema reports it. */
export interface FormIssue {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  errors?: FormIssue[][];
}

/** What is left of a malformed pack once its malformed rules are taken out, so that the rest is judged all the same. */
export interface SoundPart {
  pack: RulePack;
  /** Ids and codes of what was taken out: that something refers to them is no defect of its own. */
  missing: Set<string>;
  /** Sections from which something was taken out. */
  sections: Set<string>;
  /** A path of the part as it stands in the whole pack. */
  whole(path: string): string;
}

/** A member of the pack itself that is malformed stays as it is: the part is then no pack either. */
export function soundPart(candidate: unknown, issues: FormIssue[]): SoundPart {
  const members = new Map<string, unknown>(Object.entries(Object(candidate)));
  const malformed = new Map<string, Set<number>>();
  for (const { path, keys } of issues) {
    const [section, index] = path;
    if (typeof index === 'number') {
      malformed.set(String(section), (malformed.get(String(section)) ?? new Set()).add(index));
    } else if (section === undefined) {
      for (const key of keys ?? []) members.delete(key);
    }
  }
  const kept = new Map<string, number[]>();
  const missing = new Set<string>();
  for (const [section, indexes] of malformed) {
    const rules = members.get(section) as Record<string, unknown>[];
    for (const i of indexes) for (const name of namesOf(rules[i])) missing.add(name);
    kept.set(
      section,
      [...rules.keys()].filter((i) => !indexes.has(i)),
    );
    members.set(
      section,
      rules.filter((_, i) => !indexes.has(i)),
    );
  }
  return {
    pack: Object.fromEntries(members) as unknown as RulePack,
    missing,
    sections: new Set(malformed.keys()),
    whole: (path) =>
      path.replace(
        /^(\w+)\[(\d+)\]/,
        (_, section: string, i: string) => `${section}[${kept.get(section)?.[Number(i)] ?? i}]`,
      ),
  };
}

function namesOf(rule: unknown): string[] {
  const { id, code } = Object(rule) as { id?: unknown; code?: unknown };
  return [id, code].filter((name) => typeof name === 'string');
}
