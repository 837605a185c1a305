import type { Calendar } from '../calendar/index.js';
import { InvalidPackError, type PackDefect } from './errors.js';
import { runExamples } from './examples.js';
import type { Clause, LimitRule, Rule, RulePack } from './pack.js';
import { missing, sectionReferenceDefects } from './references.js';
import { allRules, ruleSections, rulesOf } from './rules.js';
import { rulePackSchema } from './schema.js';
import { type FormIssue, soundPart } from './sound-part.js';

/**
 * Accepts a pack or refuses it with everything that is wrong, all at once: its form, its references, rules of one id
 * that overlap in time, and every example that does not come out as written. Rules of a wrong form are reported as
 * such; all others are judged to the end.
 * @param candidate plain data, from a module or a JSON file
 * @param calendar by which the examples are computed
 * @throws InvalidPackError (`invalid-rule-pack`), `details.defects`: `{ path, message }` each
 */
export function validatePack(candidate: unknown, calendar: Calendar): RulePack {
  // A program checks a pack once, when it starts: compiling the schema would take longer than it saves.
  const parsed = rulePackSchema.safeParse(candidate, { jitless: true });
  const defects = parsed.success
    ? meaningDefects(candidate as RulePack, calendar)
    : malformedDefects(candidate, parsed.error.issues, calendar);
  if (defects.length > 0) throw new InvalidPackError(nameOf(candidate), defects);
  return candidate as RulePack;
}

function meaningDefects(pack: RulePack, calendar: Calendar): PackDefect[] {
  return [
    ...referenceDefects(pack),
    ...overlapDefects(pack),
    ...duplicateDefects(pack),
    ...runExamples(pack, calendar),
  ];
}

function malformedDefects(candidate: unknown, issues: FormIssue[], calendar: Calendar): PackDefect[] {
  const defects = issues.flatMap((issue) => formDefects(issue, []));
  const part = soundPart(candidate, issues);
  // Where a member of the pack itself is malformed, nothing more can be said of it.
  if (!rulePackSchema.safeParse(part.pack).success) return defects;
  // Examples of every section look service types, authorities and numbers up.
  const whole = !['serviceTypes', 'authorities', 'numbers'].some((section) => part.sections.has(section));
  const others = [
    ...referenceDefects(part.pack).filter(
      ({ message }) => !message.split(/[^\w.-]/).some((word) => part.missing.has(word)),
    ),
    ...overlapDefects(part.pack),
    ...duplicateDefects(part.pack),
    ...(whole ? runExamples(part.pack, calendar) : []),
  ];
  return [...defects, ...others.map(({ path, message }) => ({ path: part.whole(path), message }))];
}

/** Of a union (the forms of a condition) only the issues of the form that was meant: the one with that key. */
function formDefects(issue: FormIssue, prefix: PropertyKey[]): PackDefect[] {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ path: pathText(path), message: formMessage(issue) }];
  const meant = issue.errors?.find((issues) =>
    issues.every(({ code, path: at }) => code !== 'unrecognized_keys' || at.length > 0),
  );
  return meant?.flatMap((one) => formDefects(one, path)) ?? [{ path: pathText(path), message: 'of no known form' }];
}

function formMessage({ code, keys = [], message }: FormIssue): string {
  if (code === 'unrecognized_keys') return `unknown field ${keys.join(', ')}`;
  if (message.endsWith('received undefined')) return 'is missing';
  return message;
}

function pathText(path: PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? String(part) : `.${String(part)}`))
    .join('');
}

function nameOf(candidate: unknown): string {
  const id = (Object(candidate) as { id?: unknown }).id;
  return typeof id === 'string' ? id.slice(0, 60) : 'without id';
}

function referenceDefects(pack: RulePack): PackDefect[] {
  const known = {
    types: pack.serviceTypes.map(({ code }) => code),
    authorities: pack.authorities.map(({ code }) => code),
  };
  return [
    ...allRules(pack).flatMap(({ path, rule }) => citationDefects(pack, path, rule)),
    ...pack.serviceTypes.flatMap(({ partOf }, i) =>
      missing(
        partOf === null || known.types.includes(partOf),
        `serviceTypes[${i}].partOf`,
        `no service type ${partOf}`,
      ),
    ),
    ...pack.offices.flatMap(({ authority }, i) =>
      missing(known.authorities.includes(authority), `offices[${i}].authority`, `no authority ${authority}`),
    ),
    ...missing(
      pack.routing.length === 0 || known.authorities.includes('MIIT'),
      'authorities',
      'routing names MIIT, which is not there',
    ),
    ...pack.requirements.flatMap(({ id, requirement }, i) =>
      missing(id === `material.${requirement}`, `requirements[${i}].id`, `is not material.${requirement}`),
    ),
    ...pack.ladders.flatMap(({ rungs, examples }, i) =>
      examples.flatMap(({ rung }, j) =>
        missing(
          rungs.some(({ key }) => key === rung),
          `ladders[${i}].examples[${j}].rung`,
          `no rung ${rung}`,
        ),
      ),
    ),
    ...pack.limits.flatMap(({ duty, readings }, i) =>
      readings.flatMap(({ roll }, j) =>
        missing(
          duty === 'authority' || roll === 'none',
          `limits[${i}].readings[${j}].roll`,
          'only a duty of the authority may move to a later day',
        ),
      ),
    ),
    ...sectionReferenceDefects(pack),
  ];
}

/** Members of a rule that hold statements with a citation of their own. */
const clauseLists = ['readings', 'otherReadings', 'causes', 'exits', 'consequences'] as const;

/** The rule's own citation and those of all its statements name a source of the pack. */
function citationDefects(pack: RulePack, path: string, rule: Rule): PackDefect[] {
  const lists = rule as Partial<Record<(typeof clauseLists)[number], Clause[]>>;
  const { waiver } = rule as { waiver?: Clause };
  const cited = [
    { path, citation: rule.citation },
    ...(waiver ? [{ path: `${path}.waiver`, citation: waiver.citation }] : []),
    ...clauseLists.flatMap((list) =>
      (lists[list] ?? []).map(({ citation }, i) => ({ path: `${path}.${list}[${i}]`, citation })),
    ),
  ];
  return cited.flatMap(({ path: at, citation }) =>
    missing(Object.hasOwn(pack.sources, citation.source), `${at}.citation.source`, `no source ${citation.source}`),
  );
}

/** Ids are what proofs and findings name, so none may mean two things. */
function duplicateDefects(pack: RulePack): PackDefect[] {
  const sectionOf = new Map<string, string>();
  return allRules(pack).flatMap(({ path, rule }) => {
    const section = path.replace(/\[.*/, '');
    const first = sectionOf.get(rule.id) ?? section;
    sectionOf.set(rule.id, first);
    const readings = [...((rule as Partial<LimitRule>).readings ?? []), ...(rule.otherReadings ?? [])].map(
      ({ id }) => id,
    );
    const twice = readings.find((id, i) => readings.indexOf(id) < i);
    return [
      ...missing(first === section, `${path}.id`, `${rule.id} is the id of a rule in ${first} already`),
      ...missing(twice === undefined, path, `two readings with the id ${twice}`),
    ];
  });
}

function overlapDefects(pack: RulePack): PackDefect[] {
  return ruleSections.flatMap((section) =>
    rulesOf(pack, section).flatMap((rule, i, rules) => [
      ...missing(
        rule.validTo === null || rule.validFrom <= rule.validTo,
        `${section}[${i}].validTo`,
        'ends before it begins',
      ),
      ...rules
        .slice(0, i)
        .flatMap((earlier, j) =>
          missing(
            earlier.id !== rule.id || !overlap(earlier, rule),
            `${section}[${i}].validFrom`,
            `${rule.id} overlaps in time with ${section}[${j}]`,
          ),
        ),
    ]),
  );
}

function overlap(a: Rule, b: Rule): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}
