import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { daysBetween } from '../../../libs/calendar/index.js';
import { type CorrectionItem, correctionItems, type Principal } from '../../../libs/domain/index.js';
import {
  type PortfolioAsking,
  type TaskLine,
  TaskRepository,
  type TasksPage,
} from '../../../libs/persistence/index.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { correctionItem } from '../schemas/papers.js';
import { cursorOf } from './cursor.js';

const day = z.string().meta({ format: 'date' });

const item = correctionItem.extend({ taskId: z.string() });

const task = z.object({
  taskId: z
    .string()
    .meta({ description: "The obligation's id, or that of an original due back or an upload in no entry" }),
  licenseId: z.uuid(),
  companyId: z.uuid(),
  companyName: z.string(),
  authority: z.string(),
  kind: z.string(),
  filingId: z.string().nullable(),
  period: z.string().nullable(),
  state: z.enum(['open', 'overdue', 'paused']),
  owner: z.string(),
  deputy: z.string(),
  openedOn: day,
  date: day.nullable().meta({ description: 'Of an upload: the day on which it is swept' }),
  safeDay: day.nullable(),
  cureEnd: day.nullable(),
  slack: z.int().nullable().meta({ description: "Days from the license's today to the safe day" }),
  simulated: z.boolean(),
  items: z.array(item).meta({ description: 'Of a correction: what was asked for, each a task of its own' }),
});

export const tasksAnswer = z
  .object({
    tasks: z.array(task),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null at the end' }),
  })
  .meta({ id: 'Tasks' });

export type TasksAnswer = z.output<typeof tasksAnswer>;

/** Tasks are open obligations, those of a correction with its items, originals due back, and uploads that no entry has. */
@Injectable()
export class TasksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly clock: LicenseClock,
  ) {}

  async page({ limit, ...asked }: TasksPage, caller: Principal, asking: PortfolioAsking): Promise<TasksAnswer> {
    const found = await new TaskRepository(this.dataSource.manager).page({ ...asked, limit: limit + 1 }, asking);
    const shown = found.slice(0, limit);
    const items = await this.itemsOf(shown, caller);
    const last = shown.at(-1);
    return {
      tasks: shown.map((line) => this.told(line, items.get(keyOf(line)) ?? [])),
      next: found.length > limit && last ? cursorOf(slackDayOf(last), last.licenseId, last.obligationId) : null,
    };
  }

  /** Only corrections have items, so only their licenses are read. */
  private async itemsOf(lines: readonly TaskLine[], caller: Principal): Promise<Map<string, CorrectionItem[]>> {
    const corrections = lines.filter(({ kind, filingId }) => kind === 'correction' && filingId !== null);
    if (corrections.length === 0) return new Map();
    const ids = [...new Set(corrections.map(({ licenseId }) => licenseId))];
    const states = new Map(
      (await this.licenses.several(ids, caller)).map(({ state }) => [state.licenseId, state] as const),
    );
    return new Map(
      corrections.map((line) => {
        const filing = states.get(line.licenseId)?.filings[line.filingId ?? ''];
        return [keyOf(line), filing ? correctionItems(filing) : []];
      }),
    );
  }

  private told(line: TaskLine, items: readonly CorrectionItem[]): z.output<typeof task> {
    const { obligationId, clockOffsetMs, paused, ...shown } = line;
    const { today } = this.clock.now(clockOffsetMs);
    const pressing = slackDayOf(line);
    const overdue = line.date !== null && line.date < today;
    return {
      taskId: obligationId,
      ...shown,
      state: paused ? 'paused' : overdue ? 'overdue' : 'open',
      slack: pressing === null ? null : daysBetween(today, pressing),
      items: items.map(({ id, ...rest }) => ({ taskId: itemTask(obligationId, id), ...rest })),
    };
  }
}

/** The id of a correction's item as a task. */
export const itemTask = (obligationId: string, itemId: string): string => `${obligationId}/${itemId}`;

const slackDayOf = ({ safeDay, date }: TaskLine): string | null => safeDay ?? date;
const keyOf = ({ licenseId, obligationId }: TaskLine): string => `${licenseId} ${obligationId}`;
