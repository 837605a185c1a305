import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures } from '../persistence/index.js';

/** What Temporal says about one task queue. */
export interface QueueFigures {
  polled: boolean;
  /** For how long the oldest task has been waiting for a worker, in seconds. */
  backlogSeconds: number;
}

export interface MetricsSources {
  process: 'api' | 'worker';
  version: string;
  /** Rejects while the database is away. */
  figures: () => Promise<Figures>;
  /** Null where this process does not ask Temporal; rejects while that is away. */
  queues: (() => Promise<Record<'licenses' | 'notices', QueueFigures>>) | null;
}

/** What a process of Paizhao tells Prometheus. Labels have few values: never a license, a person or an address. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauges: ReturnType<typeof gaugesIn>;
  private readonly http: Histogram<'method' | 'route' | 'status'>;
  private readonly activities: Histogram<'activity' | 'outcome'>;
  private readonly scheduleToStart: Histogram<'activity'>;
  private readonly settled: Counter<'outcome'>;

  constructor(private readonly sources: MetricsSources) {
    const registers = [this.registry];
    this.registry.setDefaultLabels({ process: sources.process });
    collectDefaultMetrics({ register: this.registry, prefix: 'paizhao_' });
    this.gauges = gaugesIn(this.registry);
    this.gauges.build.set({ version: sources.version }, 1);
    this.http = new Histogram({
      name: 'paizhao_http_request_duration_seconds',
      help: 'From the first byte of a request to the last one of its answer, by the pattern of its path.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.activities = new Histogram({
      name: 'paizhao_activity_duration_seconds',
      help: 'Attempts of activities by how they ended.',
      labelNames: ['activity', 'outcome'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 90],
      registers,
    });
    this.scheduleToStart = new Histogram({
      name: 'paizhao_activity_schedule_to_start_seconds',
      help: 'How long an attempt waited for a worker.',
      labelNames: ['activity'],
      buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900],
      registers,
    });
    this.settled = new Counter({
      name: 'paizhao_messages_settled_total',
      help: 'Messages by what became of them, since this process started.',
      labelNames: ['outcome'],
      registers,
    });
  }

  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;

  answered(method: string, route: string, status: number, seconds: number): void {
    this.http.observe({ method, route, status }, seconds);
  }

  attempted(activity: string, outcome: 'done' | 'failed', waitedSeconds: number, seconds: number): void {
    this.activities.observe({ activity, outcome }, seconds);
    this.scheduleToStart.observe({ activity }, waitedSeconds);
  }

  messageSettled(outcome: string): void {
    this.settled.inc({ outcome });
  }

  /** The page that Prometheus reads. What cannot be asked is absent, and its `_up` is 0. */
  async page(): Promise<string> {
    await Promise.all([this.readDatabase(), this.readQueues()]);
    return this.registry.metrics();
  }

  private async readDatabase(): Promise<void> {
    const { up, labeled, plain } = this.gauges;
    const figures = await this.sources.figures().catch(() => null);
    up.set({ part: 'database' }, figures ? 1 : 0);
    for (const { gauge } of labeled) gauge.reset();
    for (const { gauge, of } of plain) {
      gauge.remove();
      if (figures) gauge.set(of(figures));
    }
    if (!figures) return;
    for (const { gauge, label, of } of labeled)
      for (const [name, value] of Object.entries(of(figures))) gauge.set({ [label]: name }, value);
  }

  private async readQueues(): Promise<void> {
    if (!this.sources.queues) return;
    const { up, backlog, polled } = this.gauges;
    const queues = await this.sources.queues().catch(() => null);
    up.set({ part: 'temporal' }, queues ? 1 : 0);
    backlog.reset();
    polled.reset();
    for (const [queue, figures] of Object.entries(queues ?? {})) {
      backlog.set({ queue }, figures.backlogSeconds);
      polled.set({ queue }, figures.polled ? 1 : 0);
    }
  }
}

const ofFigures = (registry: Registry) => {
  const plain = (name: string, help: string, of: (figures: Figures) => number) => ({
    gauge: new Gauge({ name, help, registers: [registry] }),
    of,
  });
  return [
    plain('paizhao_obligations_overdue', 'Obligations of the company past their date.', (f) => f.overdueObligations),
    plain(
      'paizhao_oldest_overdue_obligation_age_seconds',
      'Since the end of the day of the oldest overdue obligation; 0 where none is.',
      (f) => f.oldestOverdueObligation,
    ),
    plain('paizhao_wake_ups_overdue', 'Licenses that should have woken over an hour ago.', (f) => f.overdueWakeUps),
    plain(
      'paizhao_oldest_overdue_wake_up_age_seconds',
      'Since the oldest wake-up that is over an hour late; 0 where none is.',
      (f) => f.oldestOverdueWakeUp,
    ),
    plain(
      'paizhao_oldest_unsent_rung_age_seconds',
      'Since the time of the oldest planned reminder for which no message was written.',
      (f) => f.oldestUnsentRung,
    ),
    plain(
      'paizhao_outbox_oldest_age_seconds',
      'Since the oldest message that is still on its way was written; 0 where none is.',
      (f) => f.oldestUnsentMessage,
    ),
    plain('paizhao_ledger_head_age_seconds', 'Since the newest entry of the whole ledger.', (f) => f.ledgerHead),
  ];
};

function gaugesIn(registry: Registry) {
  const registers = [registry];
  const by = (label: string, name: string, help: string): Gauge<string> =>
    new Gauge({ name, help, labelNames: [label], registers });
  return {
    build: by('version', 'paizhao_build_info', 'The version of this process.'),
    up: by('part', 'paizhao_up', 'Whether this process reaches the database and Temporal.'),
    backlog: by('queue', 'paizhao_task_queue_backlog_age_seconds', 'For how long the oldest task has been waiting.'),
    polled: by('queue', 'paizhao_task_queue_polled', 'Whether a worker polled the queue lately.'),
    plain: ofFigures(registry),
    labeled: [
      {
        gauge: by('state', 'paizhao_messages', 'Messages on their way by state, and those that failed.'),
        label: 'state',
        of: (f: Figures): Record<string, number> => f.messages,
      },
      {
        gauge: by('kind', 'paizhao_alarms_open', 'Open alarms of the watch.'),
        label: 'kind',
        of: (f: Figures): Record<string, number> => f.openAlarms,
      },
      {
        gauge: by('name', 'paizhao_sign_of_life_age_seconds', 'Since a process, or a round of the watch, was well.'),
        label: 'name',
        of: (f: Figures): Record<string, number> => f.signsOfLife,
      },
    ],
  };
}
