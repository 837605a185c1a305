import { daysBetween } from '../../calendar/index.js';
import { dutyInWords } from '../../domain/index.js';
import { dayInWords, explanationText } from '../../rulebook/index.js';
import type { Block, Cell } from '../blocks.js';
import type { AuditedDate, AuditedDeadline, AuditedEnd } from '../content.js';
import { articleOf } from '../names.js';
import { beijingTime, type Telling } from '../telling.js';

/** Each deadline: its date, the law that gives it, and what came of it. */
export function* deadlines(telling: Telling): Iterable<Block> {
  const { content, say } = telling;
  const { heading, proofs, summary } = say.deadlines;
  yield { heading, level: 2 };
  if (content.deadlines.length > 0) yield { text: proofs };
  yield {
    caption: summary.caption,
    columns: [
      { title: summary.columns.number, share: 0.8 },
      { title: summary.columns.duty, share: 4 },
      { title: summary.columns.due, share: 1.7 },
      { title: summary.columns.safeDay, share: 1.7 },
      { title: summary.columns.outcome, share: 3.4 },
    ],
    rows: content.deadlines.map((deadline, index): Cell[] => {
      const date = newest(deadline)?.explanation;
      return [
        numberOf(index),
        [nameOf(deadline, telling), { text: say.deadlines.whose[deadline.duty], as: 'faint' }],
        date?.date ?? say.deadlines.noDate,
        date?.safeDay?.date ?? say.nothing,
        outcome(deadline, telling),
      ];
    }),
    none: summary.none,
  };
  for (const [index, deadline] of content.deadlines.entries()) yield* detail(deadline, index, telling);
}

const nameOf = ({ kind, period }: AuditedDeadline, { say, language }: Telling): string =>
  say.begins(dutyInWords(kind, period, language));

const numberOf = (index: number): string => `D${index + 1}`;
const newest = ({ dates }: AuditedDeadline): AuditedDate | undefined => dates.at(-1);

function* detail(deadline: AuditedDeadline, index: number, telling: Telling): Iterable<Block> {
  const { say, language } = telling;
  const { facts, whose, openedBy, computed } = say.deadlines;
  const date = newest(deadline);
  yield {
    heading: `${numberOf(index)}　${nameOf(deadline, telling)}`,
    level: 3,
  };
  const ended = deadline.ended?.by;
  const how =
    ended && say.deadlines.recorded(ended.seq, beijingTime(ended.recordedAt), telling.people.actor(ended.actor));
  yield {
    facts: [
      [facts.id, [{ text: deadline.obligationId, as: 'hash' }]],
      [facts.whose, whose[deadline.duty]],
      ...(deadline.filingId === null ? [] : [[facts.filing, deadline.filingId] as const]),
      [facts.opened, openedBy(deadline.openedOn, deadline.openedSeq)],
      [facts.about, deadline.about[language]],
      ...(date ? dateFacts(date, telling) : [[facts.due, say.deadlines.noDate] as const]),
      ...(deadline.dates.length > 1 ? [[facts.earlier, historyOf(deadline, say)] as const] : []),
      [facts.outcome, how ? [...outcome(deadline, telling), { text: how, as: 'faint' }] : outcome(deadline, telling)],
    ],
  };
  if (date) yield { title: computed, lines: explanationText(date.explanation, language).slice(1) };
}

/** Due day, safe day, article and versions of the reading that drives. */
function dateFacts({ explanation }: AuditedDate, { say, language }: Telling): [string, Cell][] {
  const { facts, firmness } = say.deadlines;
  const { date, safeDay, readings, pack, calendar } = explanation;
  const rules = readings.flatMap(({ drives, rule }) => (drives && rule ? [rule] : []));
  return [
    [facts.due, `${dayInWords(date, language)}${say.comma}${firmness[explanation.firmness]}`],
    ...(safeDay === null ? [] : [[facts.safeDay, dayInWords(safeDay.date, language)] as [string, Cell]]),
    ...rules.map(({ id, citation, source, confidence, wording }): [string, Cell] => [
      facts.rule,
      [
        `${articleOf(citation.article, source?.[language] ?? citation.source, language)}${say.brackets(say.law.confidence[confidence])}`,
        wording[language],
        { text: id, as: 'hash' },
      ],
    ]),
    [facts.versions, [pack, calendar.id].filter((version) => version !== null).join(say.and)],
  ];
}

const historyOf = ({ dates }: AuditedDeadline, { deadlines: words, comma }: Telling['say']): string[] =>
  dates.map(({ since, explanation: { date, firmness } }) =>
    words.since(since.day, since.seq, `${date}${comma}${words.firmness[firmness]}`),
  );

/** Nobody acted: a date passed, which the law takes for an act of the authority. */
function silenceOf(
  { as, settled }: NonNullable<AuditedEnd['bySilence']>,
  due: string | null,
  { deadlines: words }: Telling['say'],
): (string | { text: string; as: 'mark' })[] {
  const silent = words.bySilence(as, due);
  if (settled === null) return [silent, { text: words.unconfirmed, as: 'mark' }];
  const after = words.settled(settled.how, settled.on, settled.seq);
  return [silent, settled.how === 'retracted' ? { text: after, as: 'mark' } : after];
}

/** Met when, late, waived, or open still. */
function outcome(
  { ended, dates, duty }: AuditedDeadline,
  { content, say }: Telling,
): (string | { text: string; as: 'mark' })[] {
  const words = say.deadlines;
  if (ended === null) {
    const date = dates.at(-1)?.explanation.date;
    const past = date === undefined || duty === 'right' ? 0 : daysBetween(date, content.period.to);
    return past > 0 ? [{ text: words.openSince(past, content.period.to), as: 'mark' }] : [words.open];
  }
  const { how, on, daysLate, bySilence } = ended;
  if (bySilence) return silenceOf(bySilence, dates.at(-1)?.explanation.date ?? null, say);
  if (how !== 'done') return [words[how](on)];
  if (daysLate === null) return [words.done(on)];
  const late = words.late(daysLate);
  return daysLate > 0 ? [words.done(on), { text: late, as: 'mark' }] : [`${words.done(on)}${say.brackets(late)}`];
}
