import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type HeldPermit, importPermits } from '../../../activities/import-permits.js';
import { healerOn } from '../../../apps/cli/healer.js';
import { importerOn } from '../../../apps/worker/jobs/importer.js';
import { addDays, addYears, shanghaiDay } from '../../../libs/calendar/index.js';
import { defaultWakeWindow } from '../../../libs/domain/index.js';
import { startMissing } from '../../../libs/gateway/index.js';
import { Cipher, createDataSource } from '../../../libs/persistence/index.js';
import { until } from '../../stack/parts.js';
import { companyWith } from '../../support/api-story.js';
import { type LocalStack, must } from '../../support/local-stack.js';
import { permitSheet } from '../../support/sheets.js';

/** Permits whose renewal should have been handed in by now. */
async function heldPermits(local: LocalStack, count: number): Promise<{ permits: HeldPermit[]; mail: string }> {
  const mail = `owner-${randomUUID()}@example.com`;
  const [owner, other] = [await local.person(mail), await local.person()];
  const { companyId } = must(await local.officer.post('/companies', companyWith(99)));
  const lastDay = addDays(shanghaiDay(new Date().toISOString()), 60);
  const validFrom = addDays(addYears(lastDay, -5), 1);
  const permits = Array.from(
    { length: count },
    (_, index): HeldPermit => ({
      key: randomUUID(),
      companyId,
      people: { owner, deputy: other, manager: other },
      permit: {
        number: `沪B2-2021000${index}`,
        validFrom,
        printedLastDay: lastDay,
        serviceTypes: ['B24'],
        coverage: { kind: 'province', provinces: ['sh'] },
      },
      grantedOn: null,
      opened: [],
      reportsFiled: [],
      unknown: [],
    }),
  );
  return { permits, mail };
}

export function imports(stack: () => LocalStack): void {
  describe('imported licenses', () => {
    let source: DataSource;
    beforeAll(async () => {
      source = await createDataSource({ url: stack().stack.database.appUrl }).initialize();
    });
    afterAll(() => source.destroy());

    it('sleep until their next reminder, and nobody was mailed', async () => {
      const local = stack();
      const { permits, mail } = await heldPermits(local, 3);
      const rules = { wakeWindow: defaultWakeWindow, simulation: 'on', log: { warn: () => undefined } } as const;
      const deps = importerOn(source, new Cipher(Buffer.from(local.stack.dataKey, 'base64')), rules);
      const actor = { kind: 'person', id: permits[0]?.people.owner ?? '' } as const;
      const imported = await importPermits(permits, deps, { principal: `person:${actor.id}`, actor, notify: false });
      expect(imported.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported']);
      const licenseIds = imported.map(({ licenseId }) => licenseId);

      await local.withTemporal(async ({ connection }) => {
        const temporal = { address: local.stack.temporal.address, namespace: 'default' };
        const target = { databaseUrl: '', temporal, encryptWith: null, fanOutPerSecond: 10, ...rules };
        const healer = healerOn(target, source, connection as Parameters<typeof healerOn>[2]);
        const started = await startMissing(licenseIds, healer, { perSecond: 50 });
        expect(started.map(({ outcome }) => outcome)).toEqual(['cured', 'cured', 'cured']);
        for (const licenseId of licenseIds) {
          const asleep = await until('the license sleeps', () => healer.gateway.progress(licenseId));
          const standing = await healer.licenses.standing(licenseId);
          expect(asleep).toMatchObject({ seq: standing?.seq, wakeAt: standing?.wakeAt, unsent: [] });
          expect(Date.parse(standing?.wakeAt ?? '')).toBeGreaterThan(Date.now());
          const messages = await local.outbox(licenseId);
          expect(messages.length).toBeGreaterThan(0);
          expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['suppressed']));
          expect(await local.findings(licenseId)).toEqual([]);
        }
        await expect(startMissing(licenseIds, healer, { perSecond: 50 })).resolves.toEqual([]);
      });
      expect(local.mails(mail)).toEqual([]);
    });
  });

  describe('a sheet', () => {
    it('becomes licenses that sleep, by the worker that runs', async () => {
      const local = stack();
      const person = await local.person();
      const { uscc, name } = companyWith(98);
      const sheet = await permitSheet([
        {
          uscc,
          companyName: name,
          province: 'sh',
          registeredCapital: '1000万元',
          permitNumber: '沪B2-20219801',
          serviceTypes: 'B24',
          coverage: 'sh',
          validFrom: '2024-03-15',
          printedLastDay: '2029-03-14',
        },
      ]);
      const form = new FormData();
      for (const role of ['owner', 'deputy', 'manager']) form.set(role, person);
      form.set('trial', 'false');
      form.set('file', new Blob([new Uint8Array(sheet.bytes)]), sheet.name);
      const officer = { authorization: `Bearer ${local.officer.token}` };
      const begun = await fetch(`${local.stack.apiUrl}/imports`, {
        method: 'POST',
        headers: { ...officer, 'idempotency-key': randomUUID() },
        body: form,
      });
      expect(begun.status).toBe(201);
      const { jobId } = (await begun.json()) as { jobId: string };
      const followed = await fetch(`${local.stack.apiUrl}/jobs/${jobId}/events`, { headers: officer });
      expect(await followed.text()).toContain('"state":"done"');
      const { rows } = must(await local.officer.get(`/imports/${jobId}/findings`));
      expect(rows).toEqual([{ row: 2, outcome: 'imported', licenseId: expect.any(String) }]);
      await local.withTemporal(async (client) => {
        const workflow = client.workflow.getHandle(`license/${rows[0].licenseId}`);
        expect((await workflow.describe()).status.name).toBe('RUNNING');
      });
    });
  });
}
