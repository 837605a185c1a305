import { randomUUID } from 'node:crypto';
import { createAdvance } from '../../../activities/advance.activities.js';
import { parsed } from '../../../apps/standalone/mail-store.js';
import { taskQueues } from '../../../libs/contracts/index.js';
import { defaultWakeWindow } from '../../../libs/domain/index.js';
import { commandLookupIn, createGateway, type Gateway } from '../../../libs/gateway/index.js';
import { CommandRepository, createDataSource, PostgresAdvanceStore } from '../../../libs/persistence/index.js';
import { until } from '../../stack/parts.js';
import { type LocalStack, must, type Registered } from '../../support/local-stack.js';

interface Listed {
  licenseId: string;
  ailment: string;
  cure: string;
  outcome: string;
}

export function lostNeighbors(running: () => LocalStack): void {
  describe('a license', () => {
    let stack: LocalStack;
    let failing: Registered;
    beforeAll(async () => {
      stack = running();
      failing = await stack.registers();
      await failsEveryTask(stack, failing);
    });

    /** What arrived at the license's owner, by Message-ID. */
    const arrivals = async ({ mail }: Registered): Promise<Map<string, Buffer[]>> => {
      const byId = new Map<string, Buffer[]>();
      for (const caught of stack.mails(mail)) {
        const { messageId = '' } = await parsed(caught);
        byId.set(messageId, [...(byId.get(messageId) ?? []), caught.raw]);
      }
      return byId;
    };
    const toOwner = async ({ licenseId, people }: Registered) =>
      (await stack.settled(licenseId)).filter(({ key }) => key.includes(people.owner));
    const assign = async ({ licenseId, people }: Registered) =>
      must(
        await stack.officer.post(`/licenses/${licenseId}/people`, {
          people: { ...people, deputy: await stack.person() },
        }),
      );

    describe('whose mail server cuts the line behind the message, then goes away', () => {
      let cut: Registered;
      let away: Registered;
      let waiting: { state: string; attempts: number }[];

      beforeAll(async () => {
        stack.stack.mail.misbehave({ kind: 'drop-before-answer' });
        cut = await stack.registers();
        await until('an uncertain message', async () =>
          (await stack.outbox(cut.licenseId)).every(({ state }) => state === 'uncertain'),
        );
        await stack.stack.mail.refuseConnections();
        stack.stack.mail.behave();
        away = await stack.registers();
        await assign(away);
        await assign(away);
        waiting = await until('a first attempt', async () => {
          const rows = await stack.outbox(away.licenseId);
          return rows.length > 0 && rows.every(({ state, attempts }) => state === 'queued' && attempts > 0) && rows;
        });
        await stack.stack.mail.acceptConnections();
      });

      it('sends what may have left once more, as the very same message', async () => {
        const messages = await toOwner(cut);
        expect(messages.map(({ state }) => state)).toEqual(messages.map(() => 'sent'));
        const arrived = [...(await arrivals(cut)).values()];
        expect(arrived).toHaveLength(messages.length);
        for (const copies of arrived) {
          expect(copies).toHaveLength(2);
          expect(copies[1]?.equals(copies[0] as Buffer)).toBe(true);
        }
        const deliveries = (await stack.entries(`delivery/${cut.licenseId}`)).map(({ type }) => type);
        expect(deliveries.filter((type) => type === 'delivery-uncertain')).toHaveLength(arrived.length);
      });

      it('takes commands meanwhile, and tells when the server is back, once', async () => {
        expect(waiting.length).toBeGreaterThan(0);
        const types = (await stack.entries(`license/${away.licenseId}`)).map(({ type }) => type);
        expect(types.filter((type) => type === 'people-assigned')).toHaveLength(2);
        const messages = await toOwner(away);
        expect(messages.every(({ state, attempts }) => state === 'sent' && attempts > 1)).toBe(true);
        const arrived = [...(await arrivals(away)).values()];
        expect(arrived.map((copies) => copies.length)).toEqual(messages.map(() => 1));
      });
    });

    it('whose workflow fails its every task is started anew', async () => {
      const { licenseId } = failing;
      const listed = await until('the third attempt', async () => {
        const { findings } = await stack.paizhao('heal');
        return findings[0]?.ailment === 'task-failing' && findings;
      });
      expect(listed).toMatchObject([{ licenseId, cure: 'restart' }]);
      expect((await stack.paizhao('heal', '--do')).findings).toMatchObject([{ licenseId, outcome: 'cured' }]);
      expect(await assign(failing)).toMatchObject({ outcome: 'appended' });
    });

    describe('after the loss of everything that Temporal knew', () => {
      let quiet: Registered;
      let unsent: Registered;
      let simulated: Registered;
      let ended: string;
      let told: number;
      let dryRun: { findings: Listed[] };
      let healed: { findings: Listed[] };

      beforeAll(async () => {
        [quiet, simulated, ended] = [await stack.registers(), await stack.registers(), await stack.givesUp()];
        must(await stack.skip(simulated.licenseId, 40));
        await stack.settled(quiet.licenseId);
        told = (await arrivals(simulated)).size;
        await stack.stack.mail.refuseConnections();
        unsent = await stack.registers();
        await until('a first attempt', async () =>
          (await stack.outbox(unsent.licenseId)).every(({ attempts }) => attempts > 0),
        );
        await stack.loseTemporal();
        await stack.stack.mail.acceptConnections();
        dryRun = await stack.paizhao('heal');
        healed = await stack.paizhao('heal', '--do');
      });

      const listed = ({ findings }: { findings: Listed[] }) =>
        new Map(findings.map((finding) => [finding.licenseId, finding]));

      it('is listed first, and started only when asked', async () => {
        for (const { licenseId } of [quiet, unsent, simulated]) {
          expect(listed(dryRun).get(licenseId)).toMatchObject({
            ailment: 'no-workflow',
            cure: 'start',
            outcome: 'found',
          });
          expect(listed(healed).get(licenseId)).toMatchObject({ ailment: 'no-workflow', outcome: 'cured' });
        }
        expect(listed(dryRun).has(ended)).toBe(false);
        expect(await stack.paizhao('heal')).toMatchObject({ findings: [], workerPolls: true });
      });

      it('goes on where its ledger ends', async () => {
        for (const license of [quiet, unsent]) {
          const head = await stack.head(license.licenseId);
          expect(await assign(license)).toMatchObject({ outcome: 'appended', seq: head + 1 });
          expect(await stack.findings(license.licenseId)).toEqual([]);
        }
      });

      it('has told nobody twice, and tells what was still to be told', async () => {
        for (const license of [quiet, unsent]) {
          const messages = await toOwner(license);
          expect(messages.length).toBeGreaterThan(0);
          const arrived = [...(await arrivals(license)).values()];
          expect(arrived.map((copies) => copies.length)).toEqual(messages.map(() => 1));
        }
      });

      it('runs in its own time, if that is simulated', async () => {
        const [snapshot] = await stack.query<{ recorded_at: Date; clock_offset_ms: string }>(
          `select h.recorded_at, s.clock_offset_ms from paizhao.snapshots s
             join paizhao.ledger_heads h on h.stream = 'license/' || s.license_id where s.license_id = $1`,
          [simulated.licenseId],
        );
        const run = await withGateway(stack, (gateway) => gateway.describe(simulated.licenseId));
        const ownTime = Date.parse(run?.skippedTo ?? '');
        expect(ownTime).toBeGreaterThanOrEqual(snapshot?.recorded_at.getTime() ?? Number.NaN);
        expect(Math.abs(ownTime - Date.now() - Number(snapshot?.clock_offset_ms))).toBeLessThan(60_000);
        must(await stack.skip(simulated.licenseId, 15));
        const arrived = await arrivals(simulated);
        expect(arrived.size).toBeGreaterThan(told);
        expect([...arrived.values()].every((copies) => copies.length === 1)).toBe(true);
        expect(await stack.findings(simulated.licenseId)).toEqual([]);
      });
    });

    it('whose ledger moved on without its workflow is started anew', async () => {
      const license = await stack.registers();
      const { licenseId } = license;
      await stack.settled(licenseId);
      await appendsAlone(stack, license);
      const head = await stack.head(licenseId);
      expect((await stack.paizhao('heal')).findings).toMatchObject([{ licenseId, ailment: 'workflow-behind' }]);
      expect((await stack.paizhao('heal', '--do')).findings).toMatchObject([{ licenseId, outcome: 'cured' }]);
      const carried = await withGateway(stack, (gateway) => gateway.progress(licenseId));
      expect(carried?.seq).toBe(head);
      expect(await assign(license)).toMatchObject({ seq: head + 1 });
    });

    it('whose time was skipped, and whose workflow is gone, is skipped on from its own time', async () => {
      const { licenseId } = await stack.registers();
      must(await stack.skip(licenseId, 20));
      await stack.withTemporal((client) => client.workflow.getHandle(`license/${licenseId}`).terminate());
      must(await stack.skip(licenseId, 20));
      const run = await withGateway(stack, (gateway) => gateway.describe(licenseId));
      const days = (Date.parse(run?.skippedTo ?? '') - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(39);
      expect((await stack.paizhao('heal')).findings).toEqual([]);
    });

    it('whose snapshot and views are lost has them again, from its ledger', async () => {
      const license = await stack.registers();
      await stack.settled(license.licenseId);
      const tables = ['snapshots', 'license_view', 'obligation_view', 'planned_rungs'];
      const rows = () =>
        Promise.all(
          tables.map((table) =>
            stack.query(`select * from paizhao.${table} where license_id = $1 order by 1, 2, 3`, [license.licenseId]),
          ),
        );
      const before = await rows();
      for (const table of tables)
        await stack.query(`delete from paizhao.${table} where license_id = $1`, [license.licenseId]);
      const { findings } = await stack.paizhao('heal', '--do');
      expect(findings).toMatchObject([{ licenseId: license.licenseId, ailment: 'derived-behind', outcome: 'cured' }]);
      expect(await rows()).toEqual(before);
    });
  });
}

/** As after a deployment that forgot what it runs: the worker knows no workflow of this type. */
async function failsEveryTask(stack: LocalStack, { licenseId }: Registered): Promise<void> {
  await stack.settled(licenseId);
  const workflowId = `license/${licenseId}`;
  await stack.withTemporal(async (client) => {
    await client.workflow.getHandle(workflowId).terminate();
    await client.workflow.start('license of another release', { workflowId, taskQueue: taskQueues.licenses });
  });
}

/** As a worker whose answer is lost on the way: on record, and nobody knows. */
async function appendsAlone(stack: LocalStack, { licenseId, people }: Registered): Promise<void> {
  const source = await createDataSource({ url: stack.stack.database.appUrl, poolSize: 2 }).initialize();
  try {
    const id = randomUUID();
    const actor = { kind: 'person', id: people.owner } as const;
    const today = new Date().toISOString().slice(0, 10);
    const data = { people: { ...people, deputy: people.owner } };
    const body = { type: 'assign-people', validOn: today, data };
    await new CommandRepository(source.manager).store({
      id,
      subjectId: licenseId,
      principal: 'sample',
      actor,
      fingerprint: id,
      body,
    });
    const store = new PostgresAdvanceStore(source);
    const advance = createAdvance({
      store,
      wakeWindow: defaultWakeWindow,
      simulation: 'off',
      log: { warn: () => undefined },
    });
    const answer = await advance({
      kind: 'command',
      licenseId,
      commandId: id,
      expectedSeq: null,
      now: new Date().toISOString(),
    });
    expect(answer.outcome).toBe('appended');
  } finally {
    await source.destroy();
  }
}

function withGateway<T>(stack: LocalStack, ask: (gateway: Gateway) => Promise<T>): Promise<T> {
  return stack.withTemporal((client) =>
    ask(createGateway({ client, commandLookup: commandLookupIn({ find: async () => null }) })),
  );
}
