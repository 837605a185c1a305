import type { CivilDate } from '../../calendar/index.js';
import { checkUscc, route, validity } from '../../rulebook/index.js';
import type { CommandOf } from '../commands.js';
import type { CompanyFacts, Coverage } from '../company.js';
import type { Context } from '../context.js';
import { Conflict, InvalidInput, Unavailable } from '../errors.js';
import type { LicenseEvent, LicenseEventData } from '../events.js';
import type { LicenseState, People, Pins } from '../license.js';
import { checkAll } from './all-faults.js';
import { checkCompany, checkCoverage, checkPeople, checkServiceTypes } from './company-checks.js';
import { notBefore, optional, pastDay } from './days.js';
import { decided } from './decider.js';
import { endInDoubt, permitChecks } from './permit-checks.js';

/** A license begins with its preparation. */
export function openLicense(
  state: LicenseState | null,
  { data, validOn }: CommandOf<'open-license'>,
  context: Context,
): LicenseEvent[] {
  unopened(state);
  return [decided('license-opened', validOn, opening(data, validOn, context))];
}

/** A license begins with a permit already held: its duties start from today, and what is unknown is said to be unknown. */
export function registerPermit(
  state: LicenseState | null,
  { data, validOn }: CommandOf<'register-permit'>,
  context: Context,
): LicenseEvent[] {
  unopened(state);
  const { permit, grantedOn, opened, reportsFiled } = data;
  const { serviceTypes, coverage } = permit;
  const license = opening({ ...data, serviceTypes, coverage, follows: null }, validOn, context);
  checkAll(permitChecks(permit, context));
  pastDay(permit.validFrom, '/permit/validFrom', context);
  optional(grantedOn, (day) => pastDay(day, '/grantedOn', context));
  opened.forEach(({ serviceType, openedOn }, i) => {
    if (!serviceTypes.includes(serviceType)) throw notOnPermit(serviceType, `/opened/${i}/serviceType`, serviceTypes);
    optional(openedOn, (day) => {
      pastDay(day, `/opened/${i}/openedOn`, context);
      if (grantedOn !== null)
        notBefore(day, grantedOn, {
          code: 'service-opened-before-permit',
          pointer: `/opened/${i}/openedOn`,
          after: 'the grant',
        });
    });
  });
  reportsFiled.forEach((year, i) => {
    if (!/^\d{4}$/.test(year) || year > context.today.slice(0, 4)) {
      throw new InvalidInput('invalid-report-period', `${String(year).slice(0, 20)} is not a year of a filed report`, {
        pointer: `/reportsFiled/${i}`,
        remedy: 'Name years up to the present one, such as 2025.',
      });
    }
  });
  const unknown = [...new Set([...data.unknown, ...unknownFields(data)])];
  const computedLastDay = validity(context.law, permit.validFrom).lastDay;
  const registered = { permit, computedLastDay, grantedOn, opened, reportsFiled, unknown };
  return [
    decided('license-opened', validOn, license),
    decided('permit-registered', validOn, registered),
    ...endInDoubt(permit, permit.validFrom, validOn, context.law),
  ];
}

interface Opening {
  companyId: string;
  company: CompanyFacts;
  companySeq: number;
  serviceTypes: string[];
  coverage: Coverage;
  people: People;
  pins: Pins;
  follows: string | null;
}

function opening(data: Opening, on: CivilDate, context: Context): LicenseEventData['license-opened'] {
  const { companyId, company, companySeq, serviceTypes, coverage, people, pins, follows } = data;
  checkPins(pins, context);
  checkServiceTypes(serviceTypes, '/serviceTypes', on, context.law);
  checkCoverage(coverage, on, context.law);
  checkCompany(company, on, context);
  checkPeople(people);
  const { authority, office } = route(context.law, { serviceTypes, coverage, company, on });
  return {
    companyId,
    company: { ...company, uscc: checkUscc(company.uscc).normalized },
    companySeq,
    serviceTypes,
    coverage,
    authority,
    office,
    people,
    pins,
    follows,
  };
}

/** The caller loads the law that the command pins; another one would compute other dates than the license says. */
function checkPins({ pack, calendar }: Pins, { law }: Context): void {
  if (law.pack.id === pack && law.calendar.id === calendar) return;
  throw new Unavailable('law-not-loaded', 'The rule pack or the calendar that the license pins is not loaded', {
    pointer: '/pins',
    pins: { pack, calendar },
    loaded: { pack: law.pack.id, calendar: law.calendar.id },
    remedy: 'Pin versions that every process has.',
  });
}

function unopened(state: LicenseState | null): void {
  if (state === null) return;
  throw new Conflict('license-already-open', 'The license exists already', {
    licenseId: state.licenseId,
    remedy: 'Use another idempotency key for another license.',
  });
}

function notOnPermit(serviceType: string, pointer: string, serviceTypes: string[]): InvalidInput {
  return new InvalidInput(
    'service-type-not-permitted',
    `The permit does not name ${String(serviceType).slice(0, 40)}`,
    {
      pointer,
      serviceTypes,
      remedy: 'Name a service type of the permit.',
    },
  );
}

function unknownFields({ grantedOn, opened }: CommandOf<'register-permit'>['data']): string[] {
  const days = opened
    .filter(({ openedOn }) => openedOn === null)
    .map(({ serviceType }) => `opened.${serviceType}.openedOn`);
  return grantedOn === null ? ['grantedOn', ...days] : days;
}
