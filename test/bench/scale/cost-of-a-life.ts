import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { Narrator } from '../../../apps/demo/narrator.js';
import { castPeople } from '../../../apps/demo/people.js';
import { correctAndReview, grantAndIssue, prepare } from '../../../apps/demo/story/first-filing.js';
import { liveOn } from '../../../apps/demo/story/five-years.js';
import { renew } from '../../../apps/demo/story/renewal.js';
import { today, type World } from '../../../apps/demo/story/world.js';
import type { Stack } from '../../../apps/standalone/stack.js';
import { daysBetween, shanghaiDay } from '../../../libs/calendar/index.js';
import { licenseWorkflowId } from '../../../libs/contracts/index.js';
import {
  connectTemporal,
  costOf,
  createClient,
  fastForward,
  type History,
  historiesOf,
} from '../../../libs/gateway/index.js';
import { pollQueue, pollWorkflow } from './poll-queue.js';

/** What something cost in Temporal; events that skipping time left do not count, their bytes do. */
export interface Cost {
  days: number;
  commands: number;
  messages: number;
  wakeUps: number;
  actions: number;
  events: number;
  bytes: number;
}

export interface LifeResult {
  phases: { name: string; license: Cost; poll: Pick<Cost, 'actions' | 'events' | 'bytes'> }[];
  /** The poll as it ran: so many days, counted from its histories; the phases' figures are these times their days. */
  poll: Pick<Cost, 'days' | 'actions' | 'events' | 'bytes'>;
}

const dayMs = 86_400_000;
const pollDays = 350;
const pollId = 'bench-daily-poll';

/** The demo's license, on a stack where time may be skipped, and a daily poll beside it. */
export async function measureLife(stack: Stack, say: (line: string) => void): Promise<LifeResult> {
  const connection = await connectTemporal(
    { address: stack.temporal.address, namespace: 'default' },
    { waitMs: 5_000 },
  );
  const client = createClient({ connection, namespace: 'default', encryptWith: null });
  try {
    const phases = await liveThrough(stack, client, say);
    const poll = await pollFor(stack, client, say);
    const perDay = (total: number, days: number) => Math.round((total / poll.days) * days);
    return {
      poll,
      phases: phases.map(({ name, license }) => ({
        name,
        license,
        poll: {
          actions: perDay(poll.actions, license.days),
          events: perDay(poll.events, license.days),
          bytes: perDay(poll.bytes, license.days),
        },
      })),
    };
  } finally {
    await connection.close();
  }
}

async function liveThrough(stack: Stack, client: Client, say: (line: string) => void) {
  const narrator = new Narrator(() => undefined, false);
  const world = await castPeople(stack, narrator);
  const phases: { name: string; license: Cost }[] = [];
  let before = { ...nothing, day: shanghaiDay(new Date().toISOString()) };
  const phase = async (name: string, act: () => Promise<void>): Promise<void> => {
    await act();
    const after = await costUntilNow(client, world);
    phases.push({ name, license: { ...difference(before, after), days: daysBetween(before.day, after.day) } });
    before = after;
    say(`lived through: ${name}`);
  };
  let filing = '';
  let lastDay = '';
  let safeDay = '';
  await phase('prepared and filed', async () => {
    filing = await prepare(world);
  });
  await phase('corrected, reviewed, granted', async () => {
    await correctAndReview(world, filing);
    lastDay = await grantAndIssue(world, filing);
  });
  await phase('years in force: reports, a change, reminders', async () => {
    safeDay = await liveOn(world, lastDay);
  });
  await phase('renewed', () => renew(world, lastDay, safeDay));
  if (narrator.failures.length > 0) throw new Error(`the story went otherwise: ${narrator.failures.join('; ')}`);
  return phases;
}

const nothing: Omit<Cost, 'days'> = { commands: 0, messages: 0, wakeUps: 0, actions: 0, events: 0, bytes: 0 };

async function costUntilNow(client: Client, world: World): Promise<Omit<Cost, 'days'> & { day: string }> {
  const histories = await historiesOf(client, world.licenseId);
  const { commands, sendAttempts, wakeUps, actions, events, simulationEvents } = costOf(histories);
  return {
    day: await today(world),
    commands,
    messages: sendAttempts,
    wakeUps,
    actions,
    events: events - simulationEvents,
    bytes: bytesOf(histories),
  };
}

function difference<T extends Omit<Cost, 'days'>>(before: T, after: T): Omit<Cost, 'days'> {
  const names = Object.keys(nothing) as (keyof typeof nothing)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as Omit<Cost, 'days'>;
}

async function pollFor(stack: Stack, client: Client, say: (line: string) => void): Promise<LifeResult['poll']> {
  stack.supervisor.start({
    name: 'poll-worker',
    program: process.execPath,
    args: ['--enable-source-maps', join(import.meta.dirname, 'poll-worker.js'), `--address=${stack.temporal.address}`],
  });
  const workflowId = licenseWorkflowId(pollId); // the one name by which time is skipped
  const handle = await client.workflow.start(pollWorkflow, { workflowId, taskQueue: pollQueue, args: [0] });
  for (let day = 0; day < pollDays; day += 50) await fastForward(client, pollId, 50 * dayMs);
  await client.workflow.getHandle(handle.workflowId).terminate('it was counted');
  const histories = await historiesOf(client, pollId);
  const { actions, events, simulationEvents, sendAttempts } = costOf(histories);
  say(`polled for ${sendAttempts} days`);
  const terminated = 1;
  return { days: sendAttempts, actions, events: events - simulationEvents - terminated, bytes: bytesOf(histories) };
}

/** As Temporal stores it: protobuf, before compression. */
const bytesOf = (histories: readonly History[]): number =>
  histories.reduce((sum, each) => sum + proto.temporal.api.history.v1.History.encode(each).finish().length, 0);
