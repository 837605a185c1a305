import { randomUUID } from 'node:crypto';
import { historiesOf } from '../../../libs/gateway/index.js';
import { type LocalStack, must, type Registered } from '../../support/local-stack.js';

export function killedParts(running: () => LocalStack): void {
  describe('a license', () => {
    let stack: LocalStack;
    beforeAll(() => {
      stack = running();
    });

    const assign = ({ licenseId, people }: Registered) => ({
      path: `/licenses/${licenseId}/people`,
      body: { people: { ...people, deputy: people.owner } },
    });
    const commandIds = async (licenseId: string) =>
      (await stack.entries(`license/${licenseId}`)).map((entry) => entry.command_id);

    describe('whose worker is killed', () => {
      let inCommand: Registered;
      let afterAppend: Registered;
      const answers: Record<string, { commandId: string; seq: number; events: unknown[] }> = {};
      const heads: Record<string, number> = {};

      /** Both at once: a worker that is gone is noticed after the ten seconds of its task. */
      beforeAll(async () => {
        [inCommand, afterAppend] = [await stack.registers(), await stack.registers()];
        for (const { licenseId } of [inCommand, afterAppend]) {
          await stack.settled(licenseId);
          heads[licenseId] = await stack.head(licenseId);
        }
        const releases = [await stack.holdHead(inCommand.licenseId), await stack.holdHead(afterAppend.licenseId)];
        const asked = [inCommand, afterAppend].map(async (license) => {
          const { path, body } = assign(license);
          answers[license.licenseId] = (await stack.insists(path, body, randomUUID())).body;
        });
        await stack.blocked(2);
        stack.signal('temporal', 'SIGSTOP'); // whatever the worker does now, it cannot report
        await releases[1]?.();
        await stack.untilHead(afterAppend.licenseId, (heads[afterAppend.licenseId] ?? 0) + 1);
        await stack.end('worker', 'SIGKILL');
        stack.signal('temporal', 'SIGCONT');
        await releases[0]?.();
        await stack.startWorker();
        await Promise.all(asked);
      });

      it.each([
        ['in the middle of a command', () => inCommand],
        ['between the append and the end of its task', () => afterAppend],
      ])('%s keeps the command, once', async (_, license) => {
        const { licenseId } = license();
        const answer = answers[licenseId];
        const entries = await stack.entries(`license/${licenseId}`);
        const own = entries.filter((entry) => entry.command_id === answer?.commandId);
        expect(own.map(({ seq, type }) => ({ seq, type }))).toEqual(answer?.events);
        expect(own.map(({ type }) => type)).toEqual(['people-assigned']);
        expect(entries).toHaveLength((heads[licenseId] ?? 0) + 1);
        expect(await stack.findings(licenseId)).toEqual([]);
      });

      it.each([
        ['in the middle of a command', () => inCommand],
        ['between the append and the end of its task', () => afterAppend],
      ])('%s tells nobody twice', async (_, license) => {
        const { licenseId, mail } = license();
        const messages = (await stack.settled(licenseId)).filter(({ key }) => key.includes(license().people.owner));
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.every(({ state }) => state === 'sent')).toBe(true);
        expect(stack.mails(mail)).toHaveLength(messages.length);
      });
    });

    describe('whose database goes away for twenty seconds in the middle of a command', () => {
      it('answers when it is back, and keeps the command once', async () => {
        const license = await stack.registers();
        const { licenseId } = license;
        await stack.settled(licenseId);
        const head = await stack.head(licenseId);
        await stack.holdHead(licenseId); // ends with the server
        const { path, body } = assign(license);
        const asked = stack.insists(path, body, randomUUID());
        await stack.blocked(1);
        await stack.end('postgres', 'SIGINT');
        const gone = Date.now();
        const refusals = await stack.refusalsFor(path, body, 20_000);
        await stack.startPostgres();
        const back = Date.now();
        const answer = (await asked).body;
        expect(back - gone).toBeGreaterThanOrEqual(20_000);
        expect(new Set(refusals)).toEqual(new Set([503]));
        expect(await stack.head(licenseId)).toBe(head + 1);
        expect(await commandIds(licenseId)).toContain(answer.commandId);
        expect(await stack.findings(licenseId)).toEqual([]);
      });
    });

    describe('whose database goes away in the middle of a tick', () => {
      it('fires each rung once when it is back', async () => {
        const { licenseId, mail, people } = await stack.registers();
        must(await stack.skip(licenseId, 1));
        const fired = async () =>
          (await stack.entries(`license/${licenseId}`))
            .map(({ type, body }) => ({ type, ...JSON.parse(body).data }))
            .filter(({ type }) => type === 'notice-due');
        const before = (await fired()).length;
        await stack.holdHead(licenseId); // ends with the server
        const skipped = stack.skip(licenseId, 15);
        await stack.blocked(1);
        await stack.end('postgres', 'SIGINT');
        await stack.startPostgres();
        must(await skipped);
        const rungs = (await fired()).map(({ obligationId, rung, to }) => JSON.stringify([obligationId, rung, to]));
        expect(rungs.length).toBeGreaterThan(before);
        expect(new Set(rungs).size).toBe(rungs.length);
        const messages = (await stack.settled(licenseId)).filter(({ key }) => key.includes(people.owner));
        expect(messages.every(({ state }) => state === 'sent')).toBe(true);
        expect(stack.mails(mail)).toHaveLength(messages.length);
        expect(await stack.findings(licenseId)).toEqual([]);
      });
    });

    describe('asked by fifty callers at once', () => {
      it('keeps each command once and gives each caller its own answer, also while it continues as new', async () => {
        const { licenseId, people } = await stack.registers();
        const path = `/licenses/${licenseId}/people`;
        const before = await stack.head(licenseId);
        const deputies = await Promise.all(Array.from({ length: 50 }, () => stack.person()));
        const wave = (manager: string) =>
          Promise.all(
            deputies.map(async (deputy) => {
              const asked = [path, { people: { ...people, deputy, manager } }, randomUUID()] as const;
              const first = await told(() => stack.officer.post(...asked));
              expect(await told(() => stack.officer.post(...asked))).toEqual(first);
              return first as { commandId: string; outcome: string; events: { seq: number; type: string }[] };
            }),
          );
        // Healing beside them finds nothing wrong with a license that is merely busy.
        const waves = async () => [...(await wave(people.manager)), ...(await wave(people.owner))];
        const [healed, answers] = await Promise.all([stack.paizhao('heal', '--do'), waves()]);
        expect(healed.findings).toEqual([]);
        const entries = await stack.entries(`license/${licenseId}`);
        for (const { commandId, outcome, events } of answers) {
          const own = entries.filter((entry) => entry.command_id === commandId);
          expect({ outcome, events }).toEqual({
            outcome: 'appended',
            events: own.map(({ seq, type }) => ({ seq, type })),
          });
        }
        expect(new Set(answers.map(({ commandId }) => commandId)).size).toBe(100);
        expect(entries).toHaveLength(before + 100);
        expect((await stack.withTemporal((client) => historiesOf(client, licenseId))).length).toBeGreaterThan(1);
        expect(await stack.findings(licenseId)).toEqual([]);
      });
    });
  });
}

/** On a slow machine one of fifty may hear "unknown, repeat with the same key" (503), and then does so; nothing else. */
async function told(ask: () => ReturnType<LocalStack['officer']['post']>): Promise<ReturnType<typeof must>> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 503) return must(answer);
  }
}
