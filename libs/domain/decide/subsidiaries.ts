import { checkUscc, dutyOn } from '../../rulebook/index.js';
import type { Subsidiary } from '../conduct.js';
import type { ConductCommandType } from '../conduct-commands.js';
import { Conflict, InvalidInput, NotFound } from '../errors.js';
import type { LicenseState, Permit } from '../license.js';
import { checkPercent, checkProvince, checkServiceTypes } from './company-checks.js';
import { notBefore, pastDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { lawGives, listedOf, nextId, permitOf } from './guard.js';

type SubsidiaryCommand = Extract<ConductCommandType, `${string}-subsidiary`>;

type Asked = Pick<Subsidiary, 'serviceTypes' | 'provinces'>;

/** Companies that use the permit with the issuer's approval. */
export const subsidiaries: Pick<Deciders, SubsidiaryCommand> = {
  'authorize-subsidiary': (state, data, { context }) => {
    const permit = permitOf(state);
    const { minimumPercent = 0 } = lawGives(() => dutyOn(context.law, 'authorized-subsidiaries', context.today));
    const uscc = checkUscc(data.uscc);
    if (!uscc.valid) {
      throw new InvalidInput('invalid-uscc', 'The code of the subsidiary is not a unified social credit code', {
        pointer: '/uscc',
        reason: uscc.reason,
        remedy: 'Copy the 18 characters of its business license.',
      });
    }
    checkPercent(data.percent, '/percent');
    if (data.percent < minimumPercent) {
      throw new InvalidInput('subsidiary-share-too-low', `${data.percent} percent is below ${minimumPercent}`, {
        pointer: '/percent',
        minimumPercent,
        rule: 'duty.authorized-subsidiaries',
        remedy: `Only a company held to at least ${minimumPercent} percent can be authorized.`,
      });
    }
    checkServiceTypes(data.serviceTypes, '/serviceTypes', context.today, context.law);
    data.provinces.forEach((province, i) => {
      checkProvince(province, `/provinces/${i}`, context.today, context.law);
    });
    checkWithin(permit, data);
    checkFree(state, data);
    pastDay(data.approvedOn, '/approvedOn', context);
    const subsidiaryId = nextId('subsidiary', state.conduct.subsidiaries);
    return [decided('subsidiary-authorized', data.approvedOn, { subsidiaryId, ...data, uscc: uscc.normalized })];
  },

  'end-subsidiary': (state, data, { context }) => {
    const { subsidiaries: known } = state.conduct;
    const subsidiary = listedOf(
      known,
      data.subsidiaryId,
      () =>
        new NotFound('subsidiary-not-found', `There is no subsidiary ${String(data.subsidiaryId).slice(0, 60)}`, {
          pointer: '/subsidiaryId',
          known: known.map(({ id }) => id),
          remedy: 'Name an authorized subsidiary of the license.',
        }),
    );
    if (subsidiary.endedOn !== null) {
      throw new Conflict('subsidiary-already-ended', `The authorization ended on ${subsidiary.endedOn}`, {
        pointer: '/subsidiaryId',
        remedy: 'Nothing is left to do.',
      });
    }
    pastDay(data.endedOn, '/endedOn', context);
    const order = { code: 'subsidiary-ends-before-start', pointer: '/endedOn', after: 'its approval' };
    notBefore(data.endedOn, subsidiary.approvedOn, order);
    return [decided('subsidiary-ended', data.endedOn, { ...data })];
  },
};

/** Nobody can be authorized for more than the permit itself allows. */
function checkWithin({ serviceTypes, coverage }: Permit, asked: Asked): void {
  asked.serviceTypes.forEach((type, i) => {
    if (serviceTypes.includes(type)) return;
    throw new InvalidInput('service-type-not-permitted', `The permit does not name ${type}`, {
      pointer: `/serviceTypes/${i}`,
      serviceTypes,
      remedy: 'Name service types of the permit.',
    });
  });
  if (asked.provinces.length === 0) throw outside('/provinces', 'Name at least one province.');
  if (coverage.kind === 'nationwide') return;
  asked.provinces.forEach((province, i) => {
    if (!coverage.provinces.includes(province)) throw outside(`/provinces/${i}`, 'Name provinces of the permit.');
  });
}

function outside(pointer: string, remedy: string): InvalidInput {
  return new InvalidInput('outside-coverage', 'The permit does not cover the region', { pointer, remedy });
}

/** One company per region and type. */
function checkFree(state: LicenseState, asked: Asked): void {
  const other = state.conduct.subsidiaries.find(
    ({ endedOn, serviceTypes, provinces }) =>
      endedOn === null &&
      serviceTypes.some((type) => asked.serviceTypes.includes(type)) &&
      provinces.some((province) => asked.provinces.includes(province)),
  );
  if (!other) return;
  throw new Conflict('subsidiary-region-taken', `${other.id} is authorized there for the same service`, {
    pointer: '/provinces',
    subsidiaryId: other.id,
    remedy: 'End its authorization first, or name other regions or services.',
  });
}
