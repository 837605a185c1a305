import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { latestPins } from '../../libs/domain/index.js';
import { Metrics, type MetricsSources, serveMetrics } from '../../libs/metrics/index.js';
import { AlarmRepository, FiguresRepository, SignOfLifeRepository } from '../../libs/persistence/index.js';
import { alarmKinds } from '../../libs/watch/index.js';
import { AdvanceWorld, somePeople } from '../support/advance-world.js';
import { ApiWorld } from '../support/api-world.js';
import { anOpening, aPermit } from '../support/builders.js';

jest.setTimeout(60_000);

let world: AdvanceWorld;
beforeAll(async () => {
  world = await AdvanceWorld.create(4);
});
afterAll(() => world.close());

const well = { polled: true, backlogSeconds: 0 };

function metricsAt(now: string, over: Partial<MetricsSources> = {}): Metrics {
  return new Metrics({
    process: 'api',
    version: '0.0.0-test',
    figures: () => new FiguresRepository(world.source.manager).at(now),
    queues: async () => ({ licenses: well, notices: { polled: false, backlogSeconds: 700 } }),
    ...over,
  });
}

/** Values by name and labels, as Prometheus reads them; the label of the process is left out. */
async function read(metrics: Pick<Metrics, 'page'>): Promise<Map<string, number>> {
  const lines = (await metrics.page()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(/ (?=[^ ]+$)/);
      return [name.replace(/,?process="api"/, '').replace('{}', ''), Number(value)];
    }),
  );
}

async function heldLicense(): Promise<number> {
  const licenseId = randomUUID();
  const { wakeAt } = await world.run(licenseId, 'register-permit', {
    companyId: randomUUID(),
    company: anOpening().company,
    companySeq: 0,
    people: somePeople(),
    pins: latestPins,
    permit: aPermit({ validFrom: '2023-03-15', printedLastDay: '2028-03-14' }),
    grantedOn: '2023-03-15',
    opened: [],
    reportsFiled: ['2024', '2025'],
    unknown: [],
  });
  return Date.parse(wakeAt ?? '');
}

describe('the metrics', () => {
  it('say how late things are, in seconds, and how many', async () => {
    await heldLicense();
    const now = '2026-12-01T04:00:00.000Z';
    const alarms = [{ kind: 'wake-up-overdue', found: [{ subject: 'a', details: {} }], complete: true }];
    await new AlarmRepository(world.source.manager).record(alarms, now);
    await new SignOfLifeRepository(world.source.manager).give('worker', '2026-12-01T03:58:00.000Z');
    const values = await read(metricsAt(now));
    expect(values.get('paizhao_up{part="database"}')).toBe(1);
    // The report of 2026 was due on the last day of March, which ended at 16:00 UTC.
    expect(values.get('paizhao_obligations_overdue')).toBeGreaterThan(0);
    expect(values.get('paizhao_oldest_overdue_obligation_age_seconds')).toBe(
      (Date.parse(now) - Date.parse('2026-03-31T16:00:00.000Z')) / 1_000,
    );
    expect(values.get('paizhao_messages{state="queued"}')).toBeGreaterThan(0);
    expect(values.get('paizhao_ledger_head_age_seconds')).toBe(
      (Date.parse(now) - Date.parse('2026-11-20T02:00:00.000Z')) / 1_000,
    );
    expect(values.get('paizhao_alarms_open{kind="wake-up-overdue"}')).toBe(1);
    expect(values.get('paizhao_sign_of_life_age_seconds{name="worker"}')).toBe(120);
    expect(values.get('paizhao_task_queue_polled{queue="notices"}')).toBe(0);
    expect(values.get('paizhao_task_queue_backlog_age_seconds{queue="notices"}')).toBe(700);
  });

  it('are absent where they cannot be asked, rather than old', async () => {
    const away = () => Promise.reject(new Error('away'));
    const values = await read(metricsAt('2026-12-01T04:00:00.000Z', { figures: away, queues: away }));
    expect(values.get('paizhao_up{part="database"}')).toBe(0);
    expect(values.get('paizhao_up{part="temporal"}')).toBe(0);
    for (const name of values.keys()) expect(name).not.toMatch(/overdue|outbox|ledger_head|queue_polled\{/);
  });

  it('are served on a port of their own, and nothing else is', async () => {
    const server = await serveMetrics(metricsAt('2026-12-01T04:00:00.000Z'), { host: '127.0.0.1', port: 0 });
    try {
      const answer = await fetch(server.url);
      expect(answer.headers.get('content-type')).toContain('text/plain');
      expect(await answer.text()).toContain('paizhao_build_info');
      expect((await fetch(server.url.replace('/metrics', '/'))).status).toBe(404);
      expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  it('name requests by the pattern of their path, never by an id', async () => {
    const metrics = metricsAt('2026-12-01T04:00:00.000Z');
    const api = await ApiWorld.create({ metrics });
    try {
      const { client } = await api.person('officer');
      const id = randomUUID();
      await client.get(`/licenses/${id}`);
      await client.get(`/nowhere/${id}`);
      const page = await metrics.page();
      expect(page).toContain('route="/licenses/:id"');
      expect(page).toContain('route="none",status="404"');
      expect(page).not.toContain(id);
    } finally {
      await api.close();
    }
  });
});

interface AlertFile {
  groups: { rules: { alert: string; expr: string }[] }[];
}

const alerts = (parse(readFileSync('deploy/prometheus/alerts.yml', 'utf8')) as AlertFile).groups.flatMap(
  ({ rules }) => rules,
);

describe('the example alerts', () => {
  it('use only metrics that exist', async () => {
    const metrics = metricsAt('2026-12-01T04:00:00.000Z');
    metrics.attempted('send', 'done', 0, 0);
    metrics.messageSettled('sent');
    metrics.answered('GET', '/', 200, 0);
    const known = new Set([...(await metrics.page()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name]) => name));
    for (const { alert, expr } of alerts) {
      const used = [...expr.matchAll(/\bpaizhao_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ''));
      expect(used.length).toBeGreaterThan(0);
      for (const name of used) expect({ alert, name, known: known.has(name) }).toEqual({ alert, name, known: true });
    }
  });
});

describe('the runbook', () => {
  const sections = new Map(
    readFileSync('docs/runbook.md', 'utf8')
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
  );

  it.each([...Object.keys(alarmKinds), ...alerts.map(({ alert }) => alert)])(
    'says of %s what it means, what to look at, what to do, and when it is over',
    (name) => {
      for (const part of ['**Means**', '**Look at**', '**Do**', '**Over**']) expect(sections.get(name)).toContain(part);
    },
  );

  it('has no section about what nobody raises', () => {
    const raised = new Set([...Object.keys(alarmKinds), ...alerts.map(({ alert }) => alert)]);
    expect([...sections.keys()].filter((name) => !raised.has(name))).toEqual([]);
  });
});
