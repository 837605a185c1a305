import fc from 'fast-check';
import { lived, type Start, starts, steps, timesIn } from '../../test/support/past-life.js';
import { dutiesKnown, dutiesOf, factsOf, holding, lawIn, renewedBySilence } from '../../test/support/past-reference.js';
import { expect } from '../../test/support/quick-expect.js';
import { shanghaiDay } from '../calendar/index.js';
import { agenda } from './agenda.js';
import { licenseAsOf } from './as-of.js';
import type { LicenseState } from './license.js';
import { lawOfLicense } from './pinned-law.js';

/** Lives in all, shared out among the starts; a long search by hand sets PAIZHAO_MODEL_RUNS, such as 20000. */
const runs = Number(process.env.PAIZHAO_MODEL_RUNS ?? 200);

const picked = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
const eachStart = Object.keys(starts) as Start[];
const numRuns = Math.ceil(runs / eachStart.length);

function told(state: LicenseState) {
  const { permit, company, flags, filings, people } = state;
  const { 'new-1': first, 'renewal-1': filing = first } = filings;
  const term = permit?.terms.at(-1);
  return {
    owner: people.owner,
    foreignShare: company.foreignShare,
    listed: flags['bad-list'].status === 'listed',
    revokedOn: permit?.taking?.on ?? null,
    openedOn: permit?.services.B24?.openedOn ?? null,
    permit: permit &&
      term && {
        status: permit.status,
        term: { seq: term.seq, lastDay: term.lastDay, bySilence: term.provisional },
      },
    filing: filing?.status ?? null,
    receivedOn: filing?.rounds[0]?.receivedOn ?? null,
  };
}

/** The law of the answer, and its duties of the kinds that the reference knows. */
function due(state: LicenseState, validOn: string) {
  const { pins, readings } = state;
  const settled = Object.fromEntries(Object.entries(readings).map(([rule, { reading }]) => [rule, reading]));
  const duties = agenda(state, { law: lawOfLicense(state), today: validOn }).flatMap(({ id, kind, deadline }) => {
    const [first] = deadline?.readings ?? [];
    if (!dutiesKnown.includes(kind) || !deadline || !first) return [];
    const { ruleId, pack, calendar } = first.proof;
    return [{ id, date: deadline.date, rule: ruleId, reading: first.id, pack, calendar }];
  });
  return { law: { ...pins, readings: settled }, duties };
}

describe('answers as of two times', () => {
  it.each(eachStart)('are those of the list of facts, of a license %s', (start) => {
    let answered = 0;
    let dated = 0;
    fc.assert(
      fc.property(steps, picked, (acts, picks) => {
        const life = lived(start, acts);
        for (const question of timesIn(life, picks)) {
          const past = licenseAsOf('license-1', life.entries, question);
          expect({ question, answer: past && told(past.state) }).toEqual({
            question,
            answer: factsOf(life.list, question),
          });
          // What comes on record later changes no answer.
          const then = life.entries.filter(({ recordedAt }) => recordedAt <= question.knownOn);
          expect(licenseAsOf('license-1', then, question)).toEqual(past);
          if (!past) continue;
          answered += 1;
          const { law, duties } = due(past.state, question.validOn);
          expect({ question, law }).toEqual({ question, law: lawIn(holding(life.list, question)) });
          const expected = dutiesOf(life.list, question) ?? [];
          // A day beyond the published holidays is assumed, and not the reference's to say.
          const assumed = new Set(expected.filter(({ date }) => date === null).map(({ id }) => id));
          const said = duties.map((each) => (assumed.has(each.id) ? { ...each, date: null } : each));
          expect({ question, duties: said }).toEqual({ question, duties: expected });
          dated += expected.length;
        }
        const { now, today, state } = life.desk;
        const present = licenseAsOf('license-1', life.entries, { validOn: today, knownOn: now });
        expect(present?.state).toEqual({ ...state, licenseId: 'license-1' });
        expect(present?.unfit).toEqual([]);
        // However late it became known, and however it was corrected.
        const renewed = renewedBySilence(life.list, { validOn: today, knownOn: now });
        const permit = told(state).permit;
        if (renewed !== null)
          expect(permit).toMatchObject({ status: renewed ? 'valid' : 'expired', term: { bySilence: renewed } });
        expect(life.entries.every(({ validOn, recordedAt }) => validOn <= shanghaiDay(recordedAt))).toBe(true);
      }),
      { numRuns },
    );
    expect(answered).toBeGreaterThan(0);
    expect(dated).toBeGreaterThan(0);
  });
});
