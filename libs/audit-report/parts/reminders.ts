import { dutyOfIdInWords, rungInWords } from '../../domain/index.js';
import type { Block, Cell, Line } from '../blocks.js';
import type { AuditedDelivery, AuditedDeliveryEvent } from '../content.js';
import { beijingTime, type Telling } from '../telling.js';

/** What was sent, when, by which channel, and what came of it. */
export function* reminders(telling: Telling): Iterable<Block> {
  const { content, say } = telling;
  const { heading, addresses, table } = say.reminders;
  yield { heading, level: 2 };
  if (content.deliveries.length > 0) yield { text: addresses };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.due, share: 1.6 },
      { title: table.columns.about, share: 2.6 },
      { title: table.columns.to, share: 2.2 },
      { title: table.columns.what, share: 4.8 },
      { title: table.columns.acknowledged, share: 2.2 },
    ],
    rows: rowsOf(content.deliveries, telling),
    none: table.none,
  };
}

function* rowsOf(deliveries: readonly AuditedDelivery[], telling: Telling): Iterable<Cell[]> {
  const { say, people } = telling;
  const words = say.reminders;
  for (const delivery of deliveries) {
    const { due, acknowledged } = delivery;
    yield [
      due === null ? say.nothing : [due.day, { text: words.entry(due.seq), as: 'faint' }],
      aboutOf(delivery, telling),
      recipientOf(delivery, telling),
      whatOf(delivery, telling),
      acknowledged
        ? words.acknowledgedBy(beijingTime(acknowledged.at), people.actor(acknowledged.by), acknowledged.seq)
        : words.notAcknowledged,
    ];
  }
}

function aboutOf({ obligationId, rung }: AuditedDelivery, { say, language }: Telling): Cell {
  const name = dutyOfIdInWords(obligationId, language);
  return [name === obligationId ? name : say.begins(name), { text: rungInWords(rung, language), as: 'faint' }];
}

function recipientOf({ to, role, channel }: AuditedDelivery, { say, people }: Telling): Cell {
  const { reminders: words } = say;
  const name = 'person' in to ? people.person(to.person) : words.robot(to.robot);
  const by = Object.hasOwn(words.channel, channel) ? (words.channel[channel] ?? channel) : channel;
  return [role === null ? name : `${words.role[role]}${say.colon}${name}`, { text: by, as: 'faint' }];
}

function whatOf({ state, events }: AuditedDelivery, telling: Telling): Line[] {
  const { say } = telling;
  const good = state === 'sent';
  return [
    good ? { text: say.reminders.state[state] } : { text: say.reminders.state[state], as: 'mark' },
    ...events.map((event): Line => ({ text: eventInWords(event, telling), as: 'faint' })),
  ];
}

function eventInWords(
  { type, at, attempt, code, words: told }: AuditedDeliveryEvent,
  { say, language }: Telling,
): string {
  const { reminders: words } = say;
  const more = [
    ...(attempt === null || type !== 'delivery-attempted' ? [] : [words.attempt(attempt)]),
    ...(code === null ? [] : [words.answered(code)]),
  ];
  return `${beijingTime(at)} ${told?.[language] ?? type}${more.length > 0 ? say.brackets(more.join(say.comma)) : ''}`;
}
