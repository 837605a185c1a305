import type { CivilDate } from '../../calendar/index.js';
import { companionsOn, dutyOn, ladderFor } from '../../rulebook/index.js';
import type { Companion, SpecialCondition } from '../conduct.js';
import type { ConductCommandType, NewCondition } from '../conduct-commands.js';
import { Conflict, InvalidInput, NotFound } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { LicenseState } from '../license.js';
import { newCompanionNumber } from './companion-numbers.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Act, type Deciders, decided } from './decider.js';
import { lawGives, listedOf, nextId, permitOf } from './guard.js';

type Beside = Extract<ConductCommandType, `${string}-condition` | `${string}-companion${string}` | 'confirm-duty'>;

/** What the permit brings along: its special conditions, certificates of numbers, standing duties. */
export const besideThePermit: Pick<Deciders, Beside> = {
  'record-condition': (state, data, { validOn, context }) => {
    const permit = permitOf(state);
    const number = state.conduct.conditions.length + 1;
    const start = permit.terms[0]?.validFrom ?? null;
    return [conditionRecorded(data, { serviceTypes: permit.serviceTypes, start, number, at: '', validOn }, context)];
  },

  'meet-condition': (state, data, { context }) => {
    const condition = conditionOf(state, data.conditionId);
    if (condition.kind !== 'act') {
      throw new Conflict(
        'condition-needs-no-evidence',
        `A condition of kind ${condition.kind} is not met by evidence`,
        {
          pointer: '/conditionId',
          kind: condition.kind,
          remedy:
            condition.kind === 'open-service'
              ? 'Record the opening of the service.'
              : 'Confirm the duty special-conditions; it is kept all the time.',
        },
      );
    }
    if (condition.metOn !== null) {
      throw new Conflict('condition-already-met', `The condition was met on ${condition.metOn}`, {
        pointer: '/conditionId',
        remedy: 'Nothing is left to do.',
      });
    }
    pastDay(data.metOn, '/metOn', context);
    return [decided('special-condition-met', data.metOn, { ...data })];
  },

  'record-companion': (state, data, { validOn, context }) => {
    const known = companionsOn(context.law, context.today);
    if (!known.some(({ companion }) => companion === data.companion)) {
      throw new InvalidInput(
        'unknown-companion',
        `The rules know no certificate ${String(data.companion).slice(0, 60)}`,
        {
          pointer: '/companion',
          known: known.map(({ companion }) => companion),
          remedy: 'Name a kind of certificate that the rules of the license know.',
        },
      );
    }
    const number = newCompanionNumber(state, data.number, { pointer: '/number' });
    checkTerm(data);
    const companionId = nextId('companion', state.conduct.companions);
    return [decided('companion-recorded', validOn, { companionId, ...data, number })];
  },

  'renew-companion': (state, data, { validOn }) => {
    const last = companionOf(state, data.companionId).terms.at(-1);
    checkTerm(data);
    if (last && data.lastDay <= last.lastDay) {
      throw new InvalidInput('companion-term-not-later', 'The new certificate does not reach beyond the last one', {
        pointer: '/lastDay',
        lastDay: last.lastDay,
        remedy: 'Give both days as the new certificate prints them.',
      });
    }
    if (last && data.validFrom <= last.validFrom) {
      throw new InvalidInput('companion-term-not-later', 'The new certificate does not begin after the last one', {
        pointer: '/validFrom',
        validFrom: last.validFrom,
        remedy: 'Give both days as the new certificate prints them.',
      });
    }
    return [decided('companion-renewed', validOn, { ...data })];
  },

  'record-companion-report': (state, data, { context }) => {
    const { reports } = companionOf(state, data.companionId);
    if (!/^\d{4}$/.test(data.year) || data.year > context.today.slice(0, 4)) {
      throw new InvalidInput('invalid-report-period', `${String(data.year).slice(0, 20)} is not a year of a report`, {
        pointer: '/year',
        remedy: 'Name the year in which it was filed, up to the present one.',
      });
    }
    if (reports.some(({ year }) => year === data.year)) {
      throw new Conflict('report-already-filed', `The report of ${data.year} is on record`, {
        pointer: '/year',
        remedy: 'Nothing is left to do.',
      });
    }
    pastDay(data.filedOn, '/filedOn', context);
    notBefore(data.filedOn, `${data.year}-01-01`, {
      code: 'report-before-its-year',
      pointer: '/filedOn',
      after: 'the beginning of its year',
    });
    return [decided('companion-report-filed', data.filedOn, { ...data })];
  },

  'end-companion': (state, data, { context }) => {
    const [first] = companionOf(state, data.companionId).terms;
    pastDay(data.endedOn, '/endedOn', context);
    notBefore(data.endedOn, first?.validFrom ?? data.endedOn, {
      code: 'companion-end-before-start',
      pointer: '/endedOn',
      after: 'the start of the certificate',
    });
    return [decided('companion-ended', data.endedOn, { ...data })];
  },

  'confirm-duty': (_state, data, { context }) => {
    lawGives(() => dutyOn(context.law, data.duty, context.today));
    pastDay(data.on, '/on', context);
    return [decided('duty-confirmed', data.on, { ...data })];
  },
};

/** The permit that asks for something, and the place of the condition among the others and in the request. */
interface Asking {
  serviceTypes: string[];
  start: CivilDate | null;
  number: number;
  /** JSON pointer of the condition in the command. */
  at: string;
  validOn: CivilDate;
}

/** 特别规定事项: one thing that the permit itself asks for. */
export function conditionRecorded(
  data: NewCondition,
  { serviceTypes, start, number, at, validOn }: Asking,
  { law }: Act['context'],
): LicenseEvent {
  const { kind, serviceType, dueOn } = data;
  const named = serviceType !== null && serviceTypes.includes(serviceType);
  if ((kind === 'open-service' || serviceType !== null) && !named) {
    throw new InvalidInput('service-type-not-permitted', 'The permit does not name the service of the condition', {
      pointer: `${at}/serviceType`,
      serviceTypes,
      remedy: 'Name a service type of the permit.',
    });
  }
  if (kind === 'standing' && dueOn !== null) {
    throw new InvalidInput('condition-has-no-date', 'What is kept all the time has no day on which it is met', {
      pointer: `${at}/dueOn`,
      remedy: 'Leave the day out, or record an act.',
    });
  }
  optional(dueOn, (day) => {
    civilDay(day, `${at}/dueOn`);
    notBefore(day, start ?? day, {
      code: 'act-before-permit',
      pointer: `${at}/dueOn`,
      after: 'the start of the permit',
    });
  });
  if (kind !== 'standing') lawGives(() => ladderFor(law, 'special-condition'));
  return decided('special-condition-recorded', validOn, { conditionId: `condition-${number}`, ...data });
}

function conditionOf(state: LicenseState, id: string): SpecialCondition {
  const { conditions } = state.conduct;
  return listedOf(
    conditions,
    id,
    () =>
      new NotFound('condition-not-found', `There is no special condition ${String(id).slice(0, 60)}`, {
        pointer: '/conditionId',
        known: conditions.map((each) => each.id),
        remedy: 'Name a special condition of the license.',
      }),
  );
}

function companionOf(state: LicenseState, id: string): Companion {
  const { companions } = state.conduct;
  const companion = listedOf(
    companions,
    id,
    () =>
      new NotFound('companion-not-found', `There is no certificate ${String(id).slice(0, 60)}`, {
        pointer: '/companionId',
        known: companions.map((each) => each.id),
        remedy: 'Name a certificate of the license.',
      }),
  );
  if (companion.endedOn === null) return companion;
  throw new Conflict('companion-ended', `The certificate ended on ${companion.endedOn}`, {
    pointer: '/companionId',
    remedy: 'Record a new certificate.',
  });
}

/** Both days as the certificate prints them. */
function checkTerm({ validFrom, lastDay }: { validFrom: string; lastDay: string }): void {
  civilDay(validFrom, '/validFrom');
  civilDay(lastDay, '/lastDay');
  notBefore(lastDay, validFrom, { code: 'companion-ends-before-start', pointer: '/lastDay', after: 'its first day' });
}
