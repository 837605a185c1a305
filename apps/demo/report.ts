import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { version } from '../../libs/config/version.js';
import { connectTemporal, costBound, costOf, type History, historiesOf } from '../../libs/gateway/index.js';
import type { Stack } from '../standalone/stack.js';
import type { World } from './story/world.js';

/** What `--report` writes: a machine's view of the same story. */
export async function reportOf(stack: Stack, world: World, seconds: number): Promise<Record<string, unknown>> {
  const mails = await world.mailbox.all();
  const first = mails[0];
  return {
    version,
    simulated: true,
    seconds: Math.round(seconds * 10) / 10,
    steps: world.narrator.steps,
    expectations: { checked: world.narrator.checked, failed: world.narrator.failures },
    licenseId: world.licenseId,
    dates: world.dates,
    temporal: await temporalCosts(stack, world.licenseId),
    mails: mails.map(({ id, to, subject, messageId, bytes }) => ({ id, to, subject, messageId, bytes })),
    firstMailRaw: first ? await world.mailbox.raw(first.id) : null,
    verification: world.verification,
  };
}

async function temporalCosts(stack: Stack, licenseId: string): Promise<Record<string, unknown>> {
  const connection = await connectTemporal(
    { address: stack.temporal.address, namespace: 'default' },
    { waitMs: 5_000 },
  );
  try {
    const histories = await historiesOf(new Client({ connection, namespace: 'default' }), licenseId);
    const cost = costOf(histories);
    return {
      ...cost,
      actionsAllowed: costBound(cost),
      bytes: sum(histories.map(bytesOf)),
      eventsPerRun: histories.map((history) => history.events?.length ?? 0),
      bytesPerRun: histories.map(bytesOf),
    };
  } finally {
    await connection.close();
  }
}

/** What a run's history takes as Temporal stores it: its protobuf, before compression. */
const bytesOf = (history: History): number => proto.temporal.api.history.v1.History.encode(history).finish().length;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
