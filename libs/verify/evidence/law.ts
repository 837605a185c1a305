import type { BundleFinding } from '../findings.js';
import type { HashedParts } from '../parts.js';
import type { Evidence } from './index.js';
import { Limits } from './limits.js';
import { listOf, type Members, membersOf, textOf } from './members.js';

const folders = { packs: 'law/packs/', calendars: 'law/calendars/' } as const;
type Kind = keyof typeof folders;

const fileOf = (kind: Kind, id: string): string => `${folders[kind]}${id}.json`;

/** Which law an entry of a license takes up. */
const adopts: ReadonlyMap<string, (data: Members) => [Kind, unknown][]> = new Map([
  [
    'license-opened',
    ({ pins }): [Kind, unknown][] => [
      ['packs', membersOf(pins).pack],
      ['calendars', membersOf(pins).calendar],
    ],
  ],
  ['rulebook-adopted', ({ pack }): [Kind, unknown][] => [['packs', pack]]],
  ['calendar-adopted', ({ calendar }): [Kind, unknown][] => [['calendars', calendar]]],
]);

/** All law of a bundle together. */
const mostBytes = 32 * 2 ** 20;

const listName = 'deadlines.json';

/**
 * Rule packs and calendars: those that the entries name are there, each is the one that was published, and the list of
 * `deadlines.json` names them.
 * @param deadlines what that part says; undefined where there is none that can be read
 */
export function lawEvidence(
  deadlines: unknown,
  parts: HashedParts,
  known: ReadonlyMap<string, string>,
): Evidence & { notCompared: readonly string[]; limits: Limits } {
  /** The first entry that takes each up. */
  const taken = new Map<string, string>();
  const notCompared: string[] = [];
  const limits = new Limits();
  const files = parts.all().filter(isLaw);
  return {
    notCompared,
    limits,
    see({ stream, seq, type, data }) {
      if (!stream.startsWith('license/')) return;
      for (const [kind, id] of adopts.get(type)?.(membersOf(data)) ?? []) {
        const file = fileOf(kind, textOf(id));
        if (!taken.has(file)) taken.set(file, `${stream} ${seq}`);
      }
    },
    async findings() {
      const { law: list } = membersOf(deadlines);
      const listed = listedIn(list);
      const named = files.filter((file) => taken.has(file) || listed.has(file));
      notCompared.push(...named.filter((file) => !known.has(idOf(file))).sort());
      return [
        ...(await ofFiles(named, parts, known, limits)),
        ...[...taken]
          .filter(([file]) => !parts.has(file))
          .map(([file, by]): BundleFinding => ({ kind: 'missing-part', file, what: `${by} takes it up` })),
        ...(deadlines === undefined ? [] : await listFindings(list, parts)),
        ...(deadlines === undefined ? [] : files.filter((file) => !listed.has(file))).map(
          (file): BundleFinding => ({ kind: 'law', file, what: `${listName} does not name it` }),
        ),
      ];
    },
  };
}

/** One after the other, so that only one is in memory; of packs their limits are kept. */
async function ofFiles(
  files: readonly string[],
  parts: HashedParts,
  known: ReadonlyMap<string, string>,
  limits: Limits,
): Promise<BundleFinding[]> {
  const findings: BundleFinding[] = [];
  let left = mostBytes;
  for (const file of files) {
    const { value, findings: ofForm, length } = await parts.json(file, left);
    left = Math.max(0, left - length);
    findings.push(...ofForm);
    if (value === undefined) continue;
    const id = idOf(file);
    if (file.startsWith(folders.packs)) limits.take(id, value);
    const released = known.get(id);
    if (membersOf(value).id !== id)
      findings.push({ kind: 'law', file, field: 'id', what: `it is ${textOf(membersOf(value).id)}` });
    else if (released !== undefined && released !== (await parts.hashOf(file)))
      findings.push({ kind: 'law', file, field: 'sha256', what: `it is not ${id} as it was published` });
  }
  return findings;
}

const isLaw = (name: string): boolean => Object.values(folders).some((folder) => name.startsWith(folder));

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

const kinds = Object.keys(folders) as Kind[];

function listedIn(list: unknown): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => listOf(membersOf(list)[kind]).map(({ id }) => fileOf(kind, textOf(id)))));
}

/** What `deadlines.json` says of the law files, against what they are. */
async function listFindings(list: unknown, parts: HashedParts): Promise<BundleFinding[]> {
  const findings: BundleFinding[] = [];
  for (const kind of kinds)
    for (const [at, law] of listOf(membersOf(list)[kind]).entries()) {
      const name = fileOf(kind, textOf(law.id));
      const fault = (field: string, what: string) =>
        findings.push({ kind: 'law', file: listName, field: `law/${kind}/${at}/${field}`, what });
      if (law.file !== name) fault('file', `it is not ${name}`);
      else if (!parts.has(name)) findings.push({ kind: 'missing-part', file: name, what: 'it is not there' });
      else if ((await parts.hashOf(name)) !== law.sha256) fault('sha256', `it is not that of ${name}`);
    }
  return findings;
}
