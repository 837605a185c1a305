import { ladderFor } from '../../rulebook/index.js';
import type { Inspection } from '../conduct.js';
import type { ConductCommandType } from '../conduct-commands.js';
import { Conflict, InvalidInput, NotFound } from '../errors.js';
import type { FilingStatus, LicenseState } from '../license.js';
import { civilDay, notBefore, optional, pastDay } from './days.js';
import { type Deciders, decided } from './decider.js';
import { filingOf, lastRound, lawGives, listedOf, nextId, wrongStatus } from './guard.js';

type InspectionCommand = Extract<ConductCommandType, `${string}-inspection` | 'note-site-visit'>;

/** Looks of the authority at the business, and the answers to them. */
export const inspecting: Pick<Deciders, InspectionCommand> = {
  'announce-inspection': (state, data, { context }) => {
    pastDay(data.announcedOn, '/announcedOn', context);
    optional(data.plannedOn, (day) => {
      civilDay(day, '/plannedOn');
      const order = { code: 'inspection-before-announcement', pointer: '/plannedOn', after: 'its announcement' };
      notBefore(day, data.announcedOn, order);
    });
    const inspectionId = nextId('inspection', state.conduct.inspections);
    return [decided('inspection-announced', data.announcedOn, { inspectionId, ...data })];
  },

  'record-inspection': (state, { inspectionId, findings, ...data }, { context }) => {
    const { heldOn, officials, answerDueOn } = data;
    const announced = inspectionId === null ? null : inspectionOf(state, inspectionId);
    if (announced && announced.heldOn !== null) {
      throw new Conflict('inspection-already-held', `The inspection was held on ${announced.heldOn}`, {
        pointer: '/inspectionId',
        remedy: 'Record a further inspection without an id.',
      });
    }
    pastDay(heldOn, '/heldOn', context);
    optional(announced?.announcedOn ?? null, (day) => {
      notBefore(heldOn, day, {
        code: 'inspection-before-announcement',
        pointer: '/heldOn',
        after: 'its announcement',
      });
    });
    optional(officials, (count) => checkOfficials(count));
    optional(answerDueOn, (day) => {
      civilDay(day, '/answerDueOn');
      notBefore(day, heldOn, { code: 'answer-before-inspection', pointer: '/answerDueOn', after: 'the inspection' });
    });
    if (findings.length > 0 || answerDueOn !== null) lawGives(() => ladderFor(context.law, 'inspection-answer'));
    const id = announced?.id ?? nextId('inspection', state.conduct.inspections);
    const items = findings.map((text, i) => ({ id: String(i + 1), text }));
    return [decided('inspection-held', heldOn, { inspectionId: id, ...data, findings: items })];
  },

  'answer-inspection': (state, { inspectionId, ...data }, { context }) => {
    const { heldOn, answeredOn } = inspectionOf(state, inspectionId);
    if (heldOn === null) {
      throw new Conflict('inspection-not-held', 'The inspection is announced only', {
        pointer: '/inspectionId',
        remedy: 'Record that it was held first.',
      });
    }
    if (answeredOn !== null) {
      throw new Conflict('inspection-already-answered', `The inspection was answered on ${answeredOn}`, {
        pointer: '/inspectionId',
        remedy: 'Nothing is left to do.',
      });
    }
    pastDay(data.answeredOn, '/answeredOn', context);
    const order = { code: 'answer-before-inspection', pointer: '/answeredOn', after: 'the inspection' };
    notBefore(data.answeredOn, heldOn, order);
    return [decided('inspection-answered', data.answeredOn, { inspectionId, ...data })];
  },

  /** It changes no clock: an authority visits within the time that it has (ALL art. 34). */
  'note-site-visit': (state, data, { context }) => {
    const filing = filingOf(state, data.filingId);
    if (!underWay.includes(filing.status) || filing.kind === 'annual-report') {
      const remedy = 'Note a visit while a filing is accepted or reviewed; record any other as an inspection.';
      throw wrongStatus(filing, { code: 'filing-not-under-review', remedy });
    }
    checkOfficials(data.officials);
    pastDay(data.on, '/on', context);
    const [first = lastRound(filing)] = filing.rounds;
    notBefore(data.on, first.submittedOn, { code: 'visit-before-filing', pointer: '/on', after: 'the filing' });
    return [decided('site-visit-noted', data.on, { ...data })];
  },
};

const underWay: readonly FilingStatus[] = ['submitted', 'correction', 'accepted', 'expert-review', 'public-notice'];

function inspectionOf(state: LicenseState, id: string): Inspection {
  const { inspections } = state.conduct;
  return listedOf(
    inspections,
    id,
    () =>
      new NotFound('inspection-not-found', `There is no inspection ${String(id).slice(0, 60)}`, {
        pointer: '/inspectionId',
        known: inspections.map((each) => each.id),
        remedy: 'Name an inspection of the license.',
      }),
  );
}

/** One official is too few for a visit (ALL art. 34), and a fact all the same. */
function checkOfficials(count: number): void {
  if (Number.isSafeInteger(count) && count >= 1) return;
  throw new InvalidInput('invalid-count', 'The number of officials is not a whole number from 1 on', {
    pointer: '/officials',
    remedy: 'Count the officials who came; leave the field empty where nobody came.',
  });
}
