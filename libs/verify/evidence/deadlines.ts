import { checkPrinted } from '../../proof-check/index.js';
import type { BundleFinding } from '../findings.js';
import type { Manifest } from '../manifest.js';
import type { HashedParts } from '../parts.js';
import { DutyEntries, type Reminder } from './duty-entries.js';
import type { Evidence } from './index.js';
import { kindsOfDuty } from './kinds.js';
import type { Limits } from './limits.js';
import { aboutFindings, covers, dayOf, listOf, type Members, membersOf, numberOf, textOf } from './members.js';
import { obligationFindings } from './obligations.js';

export const deadlinesName = 'deadlines.json';

/**
 * Each date follows from its own proof by a second computation, counted as the law that is here says, and belongs to its
 * duty; duties are what the entries that are here say of them, and those that people were reminded of are told.
 * @param value of the part; undefined where there is none that can be read
 * @param limits of the packs, which are read before the findings are asked for
 */
export function deadlineEvidence(value: unknown, parts: HashedParts, limits: Limits): Evidence {
  const told = new ToldDuties(value);
  const entries = new DutyEntries(told.named());
  return {
    see: (entry) => entries.see(entry),
    findings(manifest) {
      if (value === undefined) return [];
      const stream = `license/${manifest.license}`;
      const around = { entries, told, manifest, stream };
      return [
        ...aboutFindings(deadlinesName, value, manifest),
        ...told.explanations.flatMap((explained, at) => ofExplanation(explained, at, { ...around, parts, limits })),
        ...told.obligations.flatMap((obligation, at) =>
          obligationFindings(obligation, {
            ...around,
            explained: told.explanationsOf(obligation.id),
            isFirst: told.obligation(obligation.id) === obligation,
          }).map(({ field, what, seq }) =>
            fault(`obligations/${at}/${field}`, what, seq === undefined ? {} : { stream, seq }),
          ),
        ),
        ...entries.reminders
          .filter(({ day }) => covers(manifest, day))
          .flatMap((reminder) => ofReminder(reminder, told, stream)),
      ];
    },
  };
}

const fault = (field: string, what: string, place = {}): BundleFinding => ({
  kind: 'deadline',
  file: deadlinesName,
  ...place,
  field,
  what,
});

/** What the part says. */
class ToldDuties {
  readonly obligations: readonly Members[];
  readonly explanations: readonly Members[];
  private readonly byId = new Map<unknown, Members>();
  private readonly explained = new Map<unknown, Members[]>();

  constructor(value: unknown) {
    const { obligations, explanations } = membersOf(value);
    this.obligations = listOf(obligations);
    this.explanations = listOf(explanations);
    for (const each of this.obligations) if (!this.byId.has(each.id)) this.byId.set(each.id, each);
    for (const each of this.explanations) {
      const known = this.explained.get(each.obligation);
      if (known) known.push(each);
      else this.explained.set(each.obligation, [each]);
    }
  }

  /** Numbers of the entries that it names, and of those after which a date was computed the next as well. */
  named(): ReadonlySet<number> {
    const opened = this.obligations.flatMap(({ openedSeq, ended }) => [openedSeq, membersOf(membersOf(ended).by).seq]);
    const computed = this.explanations.map(({ since }) => numberOf(membersOf(since).seq));
    return new Set([...opened.map(Number), ...computed, ...computed.map((seq) => seq + 1)]);
  }

  obligation(id: unknown): Members | undefined {
    return this.byId.get(id);
  }

  explanationsOf(id: unknown): readonly Members[] {
    return this.explained.get(id) ?? [];
  }
}

interface Around {
  entries: DutyEntries;
  told: ToldDuties;
  manifest: Manifest;
  stream: string;
}

function ofExplanation(
  explained: Members,
  at: number,
  around: Around & { parts: HashedParts; limits: Limits },
): BundleFinding[] {
  const where = `explanations/${at}`;
  const [checked] = checkPrinted(JSON.stringify(explained.explanation)) ?? [];
  if (!checked) return [fault(where, 'it is no explanation of a date')];
  return [
    ...checked.differences.map(({ where: part, claimed, computed }) =>
      fault(`${where}/${part}`, `claimed ${claimed}, computed ${computed}`),
    ),
    ...lackingLaw(membersOf(explained.explanation), where, around.parts),
    ...otherLimits(membersOf(explained.explanation), where, around.limits),
    ...ofSince(explained, where, around),
    ...ofDuty(explained, where, around),
  ];
}

function lackingLaw({ pack, calendar }: Members, where: string, parts: HashedParts): BundleFinding[] {
  const law = [['packs', pack] as const, ['calendars', membersOf(calendar).id] as const];
  return law
    .flatMap(([kind, id]) => (id === null ? [] : [`law/${kind}/${textOf(id)}.json`]))
    .filter((file) => !parts.has(file))
    .map((file) => fault(where, `${file} is not there`));
}

/** Each reading is one of its pack, and as long as that says. */
const otherLimits = ({ pack, readings }: Members, where: string, limits: Limits): BundleFinding[] =>
  listOf(readings).flatMap((reading, at) => {
    const member = limits.differs(pack, reading);
    return member === null ? [] : [fault(`${where}/readings/${at}/${member}`, 'the pack says otherwise')];
  });

/** It was computed on a day on which that entry was the newest, by the calendar of then. */
function ofSince(
  { since, explanation }: Members,
  where: string,
  { entries, manifest, stream }: Around,
): BundleFinding[] {
  const seq = numberOf(membersOf(since).seq);
  const day = textOf(membersOf(since).day);
  const entry = entries.at(seq);
  const place = { stream, seq };
  if (!entry) return [fault(`${where}/since`, 'there is no such entry', place)];
  const next = entries.at(seq + 1)?.day ?? dayOf(manifest.createdAt);
  const isThen = entry.day <= day && day <= next && covers(manifest, day);
  const { id } = membersOf(membersOf(explanation).calendar);
  return [
    ...(isThen ? [] : [fault(`${where}/since/day`, 'the entry was not the newest on this day', place)]),
    ...(id === entries.calendarAt(seq) ? [] : [fault(`${where}/calendar`, 'the license went by another one', place)]),
  ];
}

/** It is of the duty that it is told for, by a rule that gives such duties their date. */
function ofDuty({ obligation, since, explanation }: Members, where: string, { told }: Around): BundleFinding[] {
  const of = told.obligation(obligation);
  if (!of) return [fault(`${where}/obligation`, 'it is not told of')];
  const { subject, duty, readings } = membersOf(explanation);
  const kind = kindsOfDuty.get(textOf(of.kind));
  const rules = listOf(readings).flatMap(({ rule }) => (rule ? [textOf(membersOf(rule).id)] : []));
  return [
    ...(subject === obligation ? [] : [fault(`${where}/subject`, 'it is of another duty')]),
    ...(duty === of.duty ? [] : [fault(`${where}/duty`, 'the duty is somebody else’s')]),
    ...(rules.every((rule) => !kind || kind.rules.includes(rule))
      ? []
      : [fault(`${where}/rule`, 'it gives no such duty its date')]),
    ...(numberOf(membersOf(since).seq) >= numberOf(of.openedSeq)
      ? []
      : [fault(`${where}/since`, 'the duty was not open yet')]),
  ];
}

/** Whoever was reminded was told a date that was explained. */
function ofReminder({ seq, obligation, date }: Reminder, told: ToldDuties, stream: string): BundleFinding[] {
  if (!told.obligation(obligation))
    return [fault('obligations', 'the duty of this reminder is not told of', { stream, seq })];
  if (date === null) return [];
  const isExplained = told
    .explanationsOf(obligation)
    .some(({ since, explanation }) => numberOf(membersOf(since).seq) < seq && membersOf(explanation).date === date);
  return isExplained ? [] : [fault('explanations', 'the date of this reminder is not explained', { stream, seq })];
}
