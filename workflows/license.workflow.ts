import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  log,
  makeContinueAsNewFunc,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import {
  type AdvanceAnswer,
  type ExecuteAnswer,
  executeUpdate,
  type LicenseCarry,
  licenseIdOf,
  progressQuery,
  refreshUpdate,
} from '../libs/contracts/index.js';
import { shouldContinueAsNew } from './continue-rule.js';
import { eventsOf, HistoryTally } from './history-tally.js';
import { memoOf, searchAttributesOf, showAttention, showDetails } from './license-signs.js';
import { OpenSends } from './open-sends.js';
import { type Alarm, WakeTimer } from './wake-timer.js';

/**
 * The append runs beside the workflow task, for a server round trip less. Its own SQL timeouts are shorter than five
 * seconds; thirty seconds bridge a fail-over of PostgreSQL.
 */
const { advance } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '30s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '3s' },
});

interface WaitingCommand {
  commandId: string;
  resolve: (answer: ExecuteAnswer) => void;
  reject: (failure: ApplicationFailure) => void;
}

/**
 * One license, from its first command to its formal end. It waits for a command or for the license's next legal
 * moment, advances the record by one, tells people, and sleeps. All law and all truth are behind `advance`; what is
 * carried here can be had again from the ledger, so a run without it asks there first.
 */
export async function license(carried?: LicenseCarry): Promise<void> {
  const licenseId = licenseIdOf(workflowInfo().workflowId);
  const commands: WaitingCommand[] = [];
  const tally = new HistoryTally();
  const sends = new OpenSends(licenseId, () => tally.add(eventsOf.sendScheduled));
  const timer = new WakeTimer();
  let known: LicenseCarry | null = carried ?? null;
  let alarm: Alarm | null = alarmOf(known);
  let attentionShown = known?.progress.needsAttention ?? false;
  let failures = 0;
  let refreshAsked = false;

  setHandler(
    executeUpdate,
    (commandId) => new Promise((resolve, reject) => void commands.push({ commandId, resolve, reject })),
    { description: 'Runs a stored command on this license' },
  );
  setHandler(refreshUpdate, askToRefresh, { description: 'Continues as new at the next idle moment' });
  setHandler(progressQuery, () => known && { ...known, unsent: sends.keys }, {
    description: 'Where this license stands',
  });

  // A request to cancel is not the license's end: only the ledger knows that.
  await CancellationScope.nonCancellable(async () => {
    if (known) sends.takeUp(known.unsent);
    else timer.ringNow();
    show();

    for (;;) {
      const command = commands.shift();
      if (command) await run(command);
      else if (timer.rang) await wakeUp();
      else if (isOver()) {
        if (await drained()) return;
      } else if (isTimeToContinue()) {
        if (await drained()) await continueAsNew();
      } else await sleepOn();
    }
  });

  async function run({ commandId, resolve, reject }: WaitingCommand): Promise<void> {
    tally.add(eventsOf.update);
    const answer = await ask({ kind: 'command', commandId });
    if (!answer) reject(recordUnavailable());
    else if (answer.outcome === 'ledger-behind') reject(ledgerBehind(answer));
    else if (answer.outcome === 'refused') reject(refusalOf(answer));
    else resolve({ outcome: answer.outcome, seq: answer.seq });
  }

  function askToRefresh(): void {
    tally.add(eventsOf.update);
    refreshAsked = true;
  }

  /** The next legal moment has come, or this run has yet to learn where the license stands. */
  async function wakeUp(): Promise<void> {
    timer.silence();
    const resuming = known === null;
    const answer = await ask(resuming ? { kind: 'resume' } : { kind: 'wake-up' });
    if (answer && answer.outcome !== 'ledger-behind' && (resuming || !isDue(alarm))) return;
    failures += 1;
    alarm = { at: instantIn(retryAfter(failures)), why: 'the record did not take the wake-up; tries again' };
  }

  /** Null when the record could not be reached, so that what happened is unknown. */
  async function ask(what: Ask): Promise<AdvanceAnswer | null> {
    tally.add(eventsOf.advance);
    try {
      const answer = await advance({ licenseId, expectedSeq: known?.seq ?? null, now: nowFor(what), ...what });
      note(answer);
      return answer;
    } catch (error) {
      log.error('the record could not be reached', { kind: what.kind, error: String(error) });
      return null;
    }
  }

  function note(answer: AdvanceAnswer): void {
    if (answer.outcome === 'ledger-behind') {
      if (known) known = { ...known, progress: { ...known.progress, needsAttention: true } };
    } else {
      known = { seq: answer.seq, wakeAt: answer.wakeAt, progress: answer.progress, unsent: [] };
      alarm = alarmOf(known);
      if (!isDue(alarm)) failures = 0;
      timer.silence();
      sends.takeUp(answer.unsent);
    }
    show();
  }

  /** A timer that rings a moment early by this worker's clock still rings for the instant it was set to. */
  function nowFor(what: Ask): string {
    const now = new Date().toISOString();
    return what.kind === 'wake-up' && known?.wakeAt && known.wakeAt > now ? known.wakeAt : now;
  }

  /** Ended by the law, or never begun: a refused first command leaves nothing to wait for. */
  function isOver(): boolean {
    return known !== null && (known.progress.ended || known.seq === 0) && sends.count === 0;
  }

  function isTimeToContinue(): boolean {
    return shouldContinueAsNew({
      now: Date.now(),
      wakeAt: alarm && Date.parse(alarm.at),
      events: tally.events + timer.costOf(alarm),
      suggestedByServer: workflowInfo().continueAsNewSuggested,
      refreshAsked,
    });
  }

  async function sleepOn(): Promise<void> {
    const next = known?.progress.ended ? null : alarm;
    tally.add(timer.costOf(next));
    timer.set(next);
    show();
    const open = sends.count;
    await condition(() => commands.length > 0 || timer.rang || refreshAsked || sends.count < open);
  }

  /** True when nobody waits any more; messages get a moment to leave, then the next run takes them up. */
  async function drained(): Promise<boolean> {
    const interrupted = () => commands.length > 0 || timer.rang;
    if (sends.count > 0) await condition(() => interrupted() || sends.count === 0, '10s');
    await condition(() => interrupted() || allHandlersFinished());
    return !interrupted();
  }

  async function continueAsNew(): Promise<never> {
    const carry = known && { ...known, unsent: sends.keys };
    const next = makeContinueAsNewFunc<typeof license>(
      carry
        ? { memo: memoOf(licenseId, carry.progress), typedSearchAttributes: searchAttributesOf(carry.progress) }
        : {},
    );
    return carry ? next(carry) : next();
  }

  function show(): void {
    if (!known) return;
    showDetails({ ...known, unsent: sends.keys });
    if (known.progress.needsAttention === attentionShown) return;
    attentionShown = known.progress.needsAttention;
    tally.add(eventsOf.upsert);
    showAttention(known.progress);
  }
}

type Ask = { kind: 'command'; commandId: string } | { kind: 'wake-up' } | { kind: 'resume' };

const minute = 60_000;

/** One minute, doubled up to an hour. */
const retryAfter = (failures: number): number => Math.min(minute * 2 ** (failures - 1), 60 * minute);

const instantIn = (ms: number): string => new Date(Date.now() + ms).toISOString();

const alarmOf = (known: LicenseCarry | null): Alarm | null =>
  known?.wakeAt ? { at: known.wakeAt, why: known.progress.nextWhy ?? 'the next date of this license' } : null;

const isDue = (alarm: Alarm | null): boolean => alarm !== null && Date.parse(alarm.at) <= Date.now();

const recordUnavailable = (): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'record-unavailable',
    message: 'The record could not be reached; whether the command was kept is unknown. Repeat it with the same key.',
    details: ['unavailable', {}],
    nonRetryable: true,
  });

const ledgerBehind = ({ seq }: AdvanceAnswer): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'ledger-behind',
    message:
      'The ledger is older than what this license has seen, as after a restored backup. An administrator must heal it.',
    details: ['unavailable', { ledgerSeq: seq }],
    nonRetryable: true,
  });

const refusalOf = ({ refusal }: AdvanceAnswer): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusal?.code ?? 'refused',
    message: refusal?.message ?? 'Refused',
    details: [refusal?.kind ?? 'conflict', refusal?.details ?? {}],
    nonRetryable: true,
  });
