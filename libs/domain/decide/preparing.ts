import type { CivilDate } from '../../calendar/index.js';
import type { Context } from '../context.js';
import { Conflict, Forbidden } from '../errors.js';
import { filingDayOf } from '../filing-day.js';
import type { Filing, LicenseState } from '../license.js';
import { currentMaterials, packHash, preparersOf } from '../pack.js';
import { passingLimits } from '../passing-limits.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingFor, personOf, wrongStatus } from './guard.js';
import { checkNewFiling, nextFilingId } from './new-filing.js';
import { checkAnswer, checkComplete, checkMaterial, notInPreparation, signedPack } from './pack-checks.js';
import { requirementsOf, staleMaterials } from './requirements.js';
import { deemedTerm, retractedRenewal } from './retraction.js';
import { checkSubmission } from './submission-checks.js';

type PreparingCommand =
  | 'open-filing'
  | 'plan-filing'
  | 'supply-material'
  | 'sign-off-pack'
  | 'submit-filing'
  | 'withdraw-filing';

/** What the company does with a filing: open it, fill it, sign it off, hand it in, take it back. */
export const preparing: Pick<Deciders, PreparingCommand> = {
  'open-filing': (state, data, { validOn, context }) => {
    optional(data.plannedOn, (day) => civilDay(day, '/plannedOn'));
    checkNewFiling(state, data, context);
    const { kind, period, answers, plannedOn, serviceTypes = null } = data;
    const filingId = nextFilingId(state, kind, period);
    return [decided('filing-opened', validOn, { filingId, kind, period, answers, serviceTypes, plannedOn })];
  },

  'plan-filing': (state, { filingId, plannedOn }, { validOn, context: { today } }) => {
    const filing = filingFor(state, filingId, 'filing-planned', notInPreparation);
    optional(plannedOn, (day) =>
      notBefore(civilDay(day, '/plannedOn'), today, {
        code: 'filing-day-past',
        pointer: '/plannedOn',
        after: 'today',
      }),
    );
    return filing.plannedOn === plannedOn ? [] : [decided('filing-planned', validOn, { filingId, plannedOn })];
  },

  'supply-material': (state, data, act) => {
    const filing = filingFor(state, data.filingId, 'material-supplied', notInPreparation);
    checkMaterial(state, filing, data, act);
    const { filingId, requirementId, materialId, sha256, bytes, mediaType, issuedOn, reason } = data;
    const { sealed = null, copyOf = null } = data;
    const version = (filing.materials[requirementId]?.length ?? 0) + 1;
    return [
      decided('material-supplied', act.validOn, {
        filingId,
        requirementId,
        materialId,
        version,
        sha256,
        bytes,
        mediaType,
        issuedOn,
        reason,
        sealed,
        copyOf,
      }),
    ];
  },

  'sign-off-pack': (state, { filingId, deferred }, { validOn, context }) => {
    const filing = filingFor(state, filingId, 'pack-signed-off', notInPreparation);
    const signer = personOf(context);
    const preparedBy = preparersOf(filing);
    if (preparedBy.includes(signer)) {
      throw new Forbidden('signer-prepared-pack', 'Whoever prepared a pack does not sign it off', {
        pointer: '/filingId',
        filingId,
        remedy: 'Ask an approver who neither opened the filing nor supplied a material.',
      });
    }
    checkComplete(state, filing, deferred, filingDayOf(filing, validOn), context);
    const materials = currentMaterials(filing).map(({ requirementId, material }) => {
      const { materialId, version, sha256 } = material;
      return { requirementId, materialId, version, sha256 };
    });
    return [
      decided('pack-signed-off', validOn, { filingId, packHash: packHash(filing), materials, deferred, preparedBy }),
    ];
  },

  'submit-filing': (state, { filingId }, { validOn, context }) => {
    const filing = filingFor(state, filingId, 'filing-submitted', notInPreparation);
    const pack = signedPack(filing);
    notBefore(validOn, pack.signedOn, {
      code: 'submission-before-sign-off',
      pointer: '/validOn',
      after: 'the sign-off',
    });
    checkAnswer(filing, validOn);
    checkSubmission(state, filing, validOn);
    checkComplete(state, filing, pack.deferred, validOn, context);
    const stale = staleMaterials(requirementsOf(state, filing, validOn, context), filing, validOn);
    if (stale.length > 0) {
      throw new Conflict('materials-stale', `${stale.length} of the materials are too old on the filing day`, {
        pointer: '/filingId',
        filingId,
        filedOn: validOn,
        stale,
        remedy: 'Supply newer versions and have the pack signed off again.',
      });
    }
    return [
      decided('filing-submitted', validOn, { filingId, round: filing.rounds.length + 1, packHash: pack.packHash }),
    ];
  },

  'withdraw-filing': (state, { filingId, withdrawnOn }, { context }) => {
    const refusal = { code: 'filing-already-decided', remedy: 'A filing can be withdrawn until it is decided.' };
    const filing = filingFor(state, filingId, 'filing-withdrawn', refusal);
    pastDay(withdrawnOn, '/withdrawnOn', context);
    const deemed = deemedTerm(state, filing);
    if (deemed ? withdrawnOn >= deemed.validFrom : silenceToCome(state, filing, withdrawnOn, context)) {
      throw wrongStatus(filing, {
        code: 'renewal-already-deemed',
        remedy: 'The permit is renewed by silence; confirm it, or record the decision.',
      });
    }
    const { submittedOn = filing.openedOn } = filing.rounds.at(-1) ?? {};
    notBefore(withdrawnOn, submittedOn, {
      code: 'withdrawal-before-filing',
      pointer: '/withdrawnOn',
      after: 'the last submission',
    });
    return [
      ...(deemed ? retractedRenewal(state, filingId, deemed, withdrawnOn) : []),
      decided('filing-withdrawn', withdrawnOn, { filingId, withdrawnOn }),
    ];
  },
};

/** Whether silence has renewed the permit on that day, though nothing has put it on record yet. */
function silenceToCome(state: LicenseState, { id }: Filing, on: CivilDate, context: Context): boolean {
  return passingLimits(state, context).some(
    ({ day, events }) =>
      day <= on && events.some((event) => event.type === 'renewal-deemed' && event.data.filingId === id),
  );
}
