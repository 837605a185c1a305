import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { listOf, type Members, membersOf } from './members.js';

const folders = { packs: 'law/packs/', calendars: 'law/calendars/' } as const;
type Kind = keyof typeof folders;

const fileOf = (kind: Kind, id: string): string => `${folders[kind]}${id}.json`;

/** Which law an entry of a license takes up. */
const adopts: Record<string, (data: Members) => [Kind, unknown][]> = {
  'license-opened': ({ pins }) => [
    ['packs', membersOf(pins).pack],
    ['calendars', membersOf(pins).calendar],
  ],
  'rulebook-adopted': ({ pack }) => [['packs', pack]],
  'calendar-adopted': ({ calendar }) => [['calendars', calendar]],
};

/** Rule packs and calendars: those that the entries name are there, and each is the one that was published. */
export async function lawEvidence(parts: HashedParts, known: ReadonlyMap<string, string>): Promise<Evidence> {
  const findings = (await Promise.all(parts.all().filter(isLaw).map(ofItself))).flat();
  /** The first entry that takes each up. */
  const taken = new Map<string, string>();

  async function ofItself(file: string): Promise<BundleFinding[]> {
    const { value, findings: ofForm } = await parts.json(file);
    if (value === undefined) return ofForm;
    const id = idOf(file);
    const fault = (field: string, what: string): BundleFinding => ({ kind: 'law', file, field, what });
    if (membersOf(value).id !== id) return [...ofForm, fault('id', `it is ${String(membersOf(value).id)}`)];
    const released = known.get(id);
    if (released === undefined || released === (await parts.hashOf(file))) return ofForm;
    return [...ofForm, fault('sha256', `it is not ${id} as it was published`)];
  }

  return {
    see({ stream, seq, type, data }) {
      if (!stream.startsWith('license/')) return;
      for (const [kind, id] of adopts[type]?.(membersOf(data)) ?? []) {
        const file = fileOf(kind, String(id));
        if (!taken.has(file)) taken.set(file, `${stream} ${seq}`);
      }
    },
    findings: () => [
      ...findings,
      ...[...taken]
        .filter(([file]) => !parts.has(file))
        .map(([file, by]): BundleFinding => ({ kind: 'missing-part', file, what: `${by} takes it up` })),
    ],
  };
}

const isLaw = (name: string): boolean => Object.values(folders).some((folder) => name.startsWith(folder));

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

/** What `deadlines.json` says of the law files, against what they are. */
export async function lawListFindings(list: unknown, file: string, parts: HashedParts): Promise<BundleFinding[]> {
  const findings: BundleFinding[] = [];
  const listed = new Set<unknown>();
  for (const kind of ['packs', 'calendars'] as const)
    for (const [at, law] of listOf(membersOf(list)[kind]).entries()) {
      const name = fileOf(kind, String(law.id));
      listed.add(name);
      const fault = (field: string, what: string) =>
        findings.push({ kind: 'law', file, field: `law/${kind}/${at}/${field}`, what });
      if (law.file !== name) fault('file', `it is not ${name}`);
      else if (!parts.has(name)) findings.push({ kind: 'missing-part', file: name, what: 'it is not there' });
      else if ((await parts.hashOf(name)) !== law.sha256) fault('sha256', `it is not that of ${name}`);
    }
  for (const name of parts.all().filter(isLaw))
    if (!listed.has(name)) findings.push({ kind: 'law', file: name, what: `${file} does not name it` });
  return findings;
}
