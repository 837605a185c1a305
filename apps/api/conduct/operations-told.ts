import {
  agenda,
  alarmOf,
  type LicenseState,
  operatingExposure,
  operationsOf,
  timesWithoutRight,
  withoutRightWords,
} from '../../../libs/domain/index.js';
import type { Bilingual, Citation, Confidence, RulePack } from '../../../libs/rulebook/index.js';
import type { LicenseAtHand } from '../runtime/license-reader.js';

/** A rule as callers read it. */
export interface RuleTold {
  id: string;
  wording: Bilingual;
  citation: Citation;
  confidence: Confidence;
}

export function ruleTold({ id, wording, citation, confidence }: RuleTold): RuleTold {
  return { id, wording, citation, confidence };
}

/** Where services run, their times without a right, and the exposure by the stated income. */
export function operationsTold({ state, context }: LicenseAtHand): object {
  const open = agenda(state, context);
  const operations = operationsOf(state).map((operation) => {
    const withoutRight = timesWithoutRight(state, operation, context);
    const present = withoutRight.find(({ to }) => to === null);
    const alarm = present && alarmOf(state, operation, present.from);
    const { id, serviceType, province, startedOn, stoppedOn } = operation;
    return {
      id,
      serviceType,
      province,
      startedOn,
      stoppedOn,
      withoutRight: withoutRight.map((time) => ({ ...time, words: time.reasons.map((why) => withoutRightWords[why]) })),
      obligationId: open.find(({ openedSeq }) => openedSeq === alarm?.seq)?.id ?? null,
    };
  });
  const { income } = state.conduct;
  const exposed = operations.some(({ withoutRight }) => withoutRight.length > 0);
  const risk = exposed ? operatingExposure(state, context) : null;
  return {
    licenseId: state.licenseId,
    seq: state.seq,
    today: context.today,
    operations,
    unwatched: unwatched(state),
    income: income && { income: income.income, asOf: income.asOf },
    exposure: risk && {
      fineFrom: risk.from,
      fineTo: risk.to,
      confiscated: risk.confiscated,
      rule: ruleTold(risk.rule),
    },
    law: lawOfThePeriod(context.law.pack),
  };
}

/** Opened under the permit, but nobody said where they run: no alarm can come for them. */
function unwatched(state: LicenseState): string[] {
  const told = operationsOf(state).map(({ serviceType }) => serviceType);
  return Object.entries(state.permit?.services ?? {})
    .filter(([type, { status }]) => status === 'opened' && !told.includes(type))
    .map(([type]) => type);
}

/** That neither a pending application nor an ended permit gives a right. */
function lawOfThePeriod({ limits }: RulePack): RuleTold | null {
  const rule = limits.find(({ id }) => id === 'limit.operating-without-permit');
  return rule ? ruleTold(rule) : null;
}
