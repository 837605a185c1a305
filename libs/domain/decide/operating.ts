import { ladderFor } from '../../rulebook/index.js';
import type { OperatingPeriod, Operation } from '../conduct.js';
import type { ConductCommandType } from '../conduct-commands.js';
import type { Context } from '../context.js';
import { periodMember } from '../correctable-conduct.js';
import { Conflict, InvalidInput, NotFound } from '../errors.js';
import type { LicenseState } from '../license.js';
import { operationsOf } from '../operations.js';
import { checkProvince, checkServiceType } from './company-checks.js';
import { notBefore, optional, pastDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { lawGives, listedOf, nextId, personOf } from './guard.js';

type OperatingCommand = Extract<ConductCommandType, `${string}-operation` | 'state-income'>;

/**
 * Where services run and stop. Nothing is refused because no permit covers it: that it runs is a fact, and the tick
 * raises the alarm. (`open-service` is another thing: once per type the proof, for the renewal, that it was opened.)
 */
export const operating: Pick<Deciders, OperatingCommand> = {
  'start-operation': (state, data, { context }) => {
    const { serviceType, province, startedOn, stoppedOn, evidence } = data;
    lawGives(() => ladderFor(context.law, 'operating-without-permit'));
    checkServiceType(serviceType, '/serviceType', startedOn, context.law);
    checkProvince(province, '/province', context.today, context.law);
    checkPeriod({ startedOn, stoppedOn }, '', context);
    const operationId = nextId('operation', state.conduct.operations);
    checkFree(state, { id: operationId, serviceType, province, startedOn, stoppedOn }, '/startedOn');
    const started = decided('operation-started', startedOn, {
      operationId,
      serviceType,
      province,
      startedOn,
      evidence,
    });
    if (stoppedOn === null) return [started];
    return [started, decided('operation-stopped', stoppedOn, { operationId, stoppedOn, evidence: null })];
  },

  'stop-operation': (state, { operationId, stoppedOn, evidence }, { context }) => {
    const operation = operationOf(state, operationId);
    if (operation.stoppedOn !== null) {
      throw new Conflict('operation-already-stopped', `The service stopped on ${operation.stoppedOn}`, {
        pointer: '/operationId',
        stoppedOn: operation.stoppedOn,
        remedy: 'Correct the entry if the day is wrong.',
      });
    }
    checkPeriod({ startedOn: operation.startedOn, stoppedOn }, '', context);
    return [decided('operation-stopped', stoppedOn, { operationId, stoppedOn, evidence })];
  },

  /** Proposes it, as `propose-correction` does for any entry: a second person agrees before it holds. */
  'correct-operation': (state, { operationId, period: to, reason }, { validOn, context }) => {
    personOf(context);
    const { seq, startedOn, stoppedOn } = operationOf(state, operationId);
    if (to !== null) {
      checkCorrectedPeriod(state, seq, to, '/period', context);
      if (to.startedOn === startedOn && to.stoppedOn === stoppedOn) return [];
    }
    const from = { startedOn, stoppedOn };
    return [decided('entry-correction-proposed', validOn, { seq, member: periodMember, from, to, reason })];
  },

  'state-income': (_state, { income, asOf, evidence }, { context }) => {
    if (!Number.isSafeInteger(income) || income < 0) {
      throw new InvalidInput('invalid-income', 'The income is not a number of whole yuan', {
        pointer: '/income',
        remedy: 'State the income in whole yuan, 0 where there was none.',
      });
    }
    pastDay(asOf, '/asOf', context);
    return [decided('income-stated', asOf, { income, asOf, evidence })];
  },
};

function operationOf(state: LicenseState, operationId: string): Operation {
  return listedOf(operationsOf(state), operationId, () => {
    const known = operationsOf(state).map(({ id }) => id);
    return new NotFound('operation-not-found', `There is no operation ${String(operationId).slice(0, 60)}`, {
      pointer: '/operationId',
      known,
      remedy: 'Name an operation of GET /licenses/:id/operations.',
    });
  });
}

/**
 * Other days of the operation that entry `seq` told: none ahead, in order, and free of another's.
 * @throws InvalidInput, Conflict, pointing below `pointer`
 */
export function checkCorrectedPeriod(
  state: LicenseState,
  seq: number,
  period: OperatingPeriod,
  pointer: string,
  context: Context,
): void {
  checkPeriod(period, pointer, context);
  checkStillFree(state, seq, period, `${pointer}/startedOn`);
}

/** @throws Conflict, pointing at `pointer` */
export function checkStillFree(state: LicenseState, seq: number, period: OperatingPeriod, pointer: string): void {
  const operation = state.conduct.operations.find((each) => each.seq === seq);
  if (operation) checkFree(state, { ...operation, ...period }, pointer);
}

function checkPeriod({ startedOn, stoppedOn }: OperatingPeriod, pointer: string, context: Context): void {
  pastDay(startedOn, `${pointer}/startedOn`, context);
  optional(stoppedOn, (day) => {
    pastDay(day, `${pointer}/stoppedOn`, context);
    notBefore(day, startedOn, {
      code: 'operation-stops-before-start',
      pointer: `${pointer}/stoppedOn`,
      after: 'its start',
    });
  });
}

/** One service runs once in a province at a time. */
function checkFree(state: LicenseState, asked: Omit<Operation, 'void' | 'seq'>, pointer: string): void {
  const other = operationsOf(state).find(
    (operation) =>
      operation.id !== asked.id &&
      operation.serviceType === asked.serviceType &&
      operation.province === asked.province &&
      overlap(operation, asked),
  );
  if (!other) return;
  throw new Conflict('operation-overlaps', `${asked.serviceType} ran in ${asked.province} in that time already`, {
    pointer,
    operationId: other.id,
    startedOn: other.startedOn,
    stoppedOn: other.stoppedOn,
    remedy: 'Record the stop of the other operation first, or correct it.',
  });
}

function overlap(a: OperatingPeriod, b: OperatingPeriod): boolean {
  return a.startedOn <= (b.stoppedOn ?? '9999-12-31') && b.startedOn <= (a.stoppedOn ?? '9999-12-31');
}
