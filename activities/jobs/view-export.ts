import { formatInstant, parseInstant, shanghaiDay } from '../../libs/calendar/index.js';
import { coversCompany, type TextRef } from '../../libs/domain/index.js';
import type {
  CompanyRepository,
  PersonRepository,
  PinnedLaw,
  PortfolioAsking,
  PortfolioFilter,
  PortfolioLine,
  PortfolioRepository,
} from '../../libs/persistence/index.js';
import { byteOrderMark, csvLine, type ShownCell, shown, writeXlsx } from '../../libs/sheets/index.js';
import {
  cellsOf,
  columnOf,
  headingsOf,
  type Language,
  type RegisterColumnKey,
  type RegisterLine,
} from '../../libs/sheets/register/index.js';
import { registerPaper } from './register-paper.js';

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What somebody asked for, as the job keeps it. */
export interface ExportAsked {
  format: ExportFormat;
  language: Language;
  columns: RegisterColumnKey[];
  filter: PortfolioFilter;
  /** The saved view whose conditions these are. */
  viewId: string | null;
  asking: PortfolioAsking;
  /** Names of persons in place of their ids: for whoever may read them. */
  named: boolean;
  /** Whether a paper may tell what was searched for; left out up to 0.5.0, where it does. */
  searchTold?: boolean;
  /** Why, as far as somebody said; left out before 0.5.0. */
  reason?: TextRef | null;
}

export interface ExportDeps {
  portfolio: Pick<PortfolioRepository, 'atOneMoment'>;
  people: Pick<PersonRepository, 'list'>;
  companies: Pick<CompanyRepository, 'namesOf'>;
  /** UTC instant of the wall clock. */
  now(): string;
}

/** The bytes of an export while they are made, how many licenses went into them, and whom they name, by id. */
export interface Export {
  bytes: AsyncIterable<Buffer>;
  lines(): number;
  people(): string[];
}

const pageSize = 500;
/** Columns that show somebody. */
const roles = ['owner', 'deputy', 'manager'] as const;

/** Writes the licenses of a list, what presses most first: page by page, none of which is kept but for a paper. */
export function exportView(
  asked: ExportAsked,
  deps: ExportDeps,
  progress: (done: number, total: number) => Promise<void>,
): Export {
  const source = new Lines(asked, deps, progress);
  const people = () => [...source.people].sort();
  return { bytes: bytesOf(asked, source, deps), lines: () => source.count, people };
}

function bytesOf(asked: ExportAsked, source: Lines, deps: ExportDeps): AsyncIterable<Buffer> {
  switch (asked.format) {
    case 'csv':
      return csvOf(asked, source);
    case 'xlsx':
      return xlsxOf(asked, source);
    case 'pdf':
      return paperOf(asked, source, deps);
    default:
      return asked.format satisfies never;
  }
}

async function* csvOf({ columns, language }: ExportAsked, source: Lines): AsyncGenerator<Buffer> {
  yield Buffer.concat([byteOrderMark, csvLine(headingsOf(columns, language))]);
  for await (const line of source.all()) yield csvLine(cellsOf(line, columns, language));
}

function xlsxOf({ columns, language }: ExportAsked, source: Lines): AsyncGenerator<Buffer> {
  async function* rows(): AsyncGenerator<ShownCell[]> {
    yield headingsOf(columns, language).map((heading) => shown(heading, 'heading'));
    for await (const line of source.all()) yield cellsOf(line, columns, language).map((cell) => shown(cell));
  }
  return writeXlsx({
    name: { zh: '牌照台账', en: 'Licenses' }[language],
    columns: columns.map((key) => ({ width: columnOf(key).width })),
    headingRows: 1,
    rows: rows(),
  });
}

async function* paperOf(asked: ExportAsked, source: Lines, { companies, now }: ExportDeps): AsyncGenerator<Buffer> {
  const lines: RegisterLine[] = [];
  for await (const line of source.all()) lines.push(line);
  const { columns, asking, searchTold = true } = asked;
  const filter = searchTold || asked.filter.q === undefined ? asked.filter : { ...asked.filter, q: null };
  const { pins } = source;
  // A company that was asked for may have no license among them.
  const askedFor = (filter.companyId ?? []).filter((companyId) => coversCompany(asking.scopes, companyId));
  const names = new Map([...(await companies.namesOf(askedFor)), ...source.names]);
  yield await registerPaper({ lines, columns, filter, asOf: asking.today, createdAt: now(), names, pins });
}

/** The lines of a list, one page after the other. */
class Lines {
  count = 0;
  readonly names = new Map<string, string>();
  readonly pins: PinnedLaw[] = [];
  readonly people = new Set<string>();

  constructor(
    private readonly asked: ExportAsked,
    private readonly deps: ExportDeps,
    private readonly progress: (done: number, total: number) => Promise<void>,
  ) {}

  async *all(): AsyncGenerator<RegisterLine> {
    const { filter, asking, named } = this.asked;
    const { portfolio, people } = this.deps;
    if (named) for (const { id, name } of await people.list()) this.names.set(id, name);
    for await (const { licenses, lines, usccs, pins } of portfolio.atOneMoment(filter, asking, pageSize)) {
      this.pinned(pins);
      for (const line of lines) {
        this.names.set(line.companyId, line.companyName);
        yield this.told(line, usccs.get(line.companyId) ?? null);
      }
      this.count += lines.length;
      await this.progress(this.count, Math.max(licenses, this.count));
    }
  }

  private told({ clockOffsetMs, ...line }: PortfolioLine, uscc: string | null): RegisterLine {
    const today = clockOffsetMs === 0 ? this.asked.asking.today : this.todayAhead(clockOffsetMs);
    const nameOf = (id: string) => this.names.get(id) ?? id;
    for (const role of roles) if (this.asked.columns.includes(role)) this.people.add(line[role]);
    const [owner, deputy, manager] = [nameOf(line.owner), nameOf(line.deputy), nameOf(line.manager)];
    return { ...line, uscc, owner, deputy, manager, today };
  }

  private todayAhead(offsetMs: number): string {
    return shanghaiDay(formatInstant(parseInstant(this.deps.now()) + offsetMs));
  }

  private pinned(pins: readonly PinnedLaw[]): void {
    for (const each of pins)
      if (!this.pins.some(({ pack, calendar }) => pack === each.pack && calendar === each.calendar))
        this.pins.push(each);
  }
}
