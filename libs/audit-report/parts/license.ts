import { filingNames, filingStatusNames, statusNames } from '../../domain/index.js';
import { explanationText } from '../../rulebook/index.js';
import type { Block, Cell } from '../blocks.js';
import type { AuditedState } from '../content.js';
import { lastDayOf, type Telling } from '../telling.js';

type Permit = NonNullable<AuditedState['permit']>;
type Row = keyof Telling['say']['license']['rows'];

/** The license on the first and on the last day, side by side. */
export function* license(telling: Telling): Iterable<Block> {
  const { content, say } = telling;
  const { heading, states, rows, onFirst, notYet, changed } = say.license;
  yield { heading, level: 2 };
  const [first, last] = [content.first, content.last].map((state) => state && told(state, telling));
  const known = first || last ? (Object.keys(rows) as Row[]) : [];
  yield {
    caption: states.caption,
    columns: [
      { title: states.columns.what, share: 1.3 },
      { title: onFirst(content.period.from), share: 3 },
      { title: lastDayOf(telling), share: 3 },
    ],
    rows: known.map((row): Cell[] => {
      const [before, after] = [first?.[row] ?? notYet, last?.[row] ?? notYet];
      const differs = first && last && before !== after;
      return [rows[row], before, differs ? [after, { text: changed, as: 'mark' }] : after];
    }),
    none: states.none,
  };
  const validity = content.last?.permit?.validity;
  if (validity) {
    yield { title: say.license.validityProof, lines: explanationText(validity, telling.language).slice(1) };
  }
  yield* filings(telling);
}

function told(state: AuditedState, { say, names, people, language }: Telling): Record<Row, string> {
  const { nothing, license: words } = say;
  const { permit } = state;
  return {
    status: statusNames[state.status][language],
    permit: permit?.number ?? say.about.noPermit,
    permitStatus: permit ? words.permitStatus[permit.status] : nothing,
    grantedOn: permit?.grantedOn ?? nothing,
    validity: permit
      ? `${say.span(permit.validFrom, permit.lastDay)}${permit.provisional ? say.brackets(words.provisional) : ''}`
      : nothing,
    lastDay: permit ? endsOf(permit, words).join('\n') || nothing : nothing,
    types: state.serviceTypes.map(names.serviceType).join(say.and) || nothing,
    services: permit ? servicesOf(permit.services, say) : nothing,
    coverage: names.coverage(state.coverage, words.nationwide),
    authority: names.authority(state.authority),
    office: names.office(state.office),
    owner: people.person(state.people.owner),
    deputy: people.person(state.people.deputy),
    manager: people.person(state.people.manager),
    pack: state.pins.pack,
    calendar: state.pins.calendar,
  };
}

/** Both days beside each other: where they differ, a person decided. */
const endsOf = ({ printedLastDay, validity }: Permit, words: Telling['say']['license']): string[] => [
  ...(printedLastDay === null ? [] : [words.printed(printedLastDay)]),
  ...(validity === null ? [] : [words.computed(validity.date)]),
];

function servicesOf(services: Permit['services'], say: Telling['say']): string {
  const words = services.map(({ serviceType, status, openedOn }) => {
    const { since, openedOn: opened } = say.license;
    const when = openedOn === null ? '' : say.brackets((status === 'ended' ? opened : since)(openedOn));
    return `${serviceType}${say.colon}${say.license.service[status]}${when}`;
  });
  return words.join('\n') || say.nothing;
}

/** Those of both days. */
function* filings(telling: Telling): Iterable<Block> {
  const { content, say, language } = telling;
  const { filings: table, onFirst } = say.license;
  const [first, last] = [content.first, content.last].map(
    (state) => new Map(state?.filings.map((filing) => [filing.id, filing])),
  );
  const all = [...new Map([...(first ?? []), ...(last ?? [])]).values()];
  const statusIn = (state: typeof first, id: string): string => {
    const filing = state?.get(id);
    return filing ? filingStatusNames[filing.status][language] : say.nothing;
  };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.filing, share: 2 },
      { title: table.columns.kind, share: 2 },
      { title: table.columns.openedOn, share: 1.6 },
      { title: onFirst(content.period.from), share: 2.4 },
      { title: lastDayOf(telling), share: 2.4 },
    ],
    rows: all.map(({ id, kind, openedOn }) => [
      id,
      filingNames[kind][language],
      openedOn,
      statusIn(first, id),
      statusIn(last, id),
    ]),
    none: table.none,
  };
}
