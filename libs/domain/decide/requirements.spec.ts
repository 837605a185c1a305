import { aLicense, Desk, otherTypes } from '../../../test/support/builders.js';
import type { Requirement } from '../../rulebook/index.js';
import type { CompanyChange } from '../company.js';
import type { Filing, MaterialVersion } from '../license.js';
import { missingMaterials, requirementsOf, staleMaterials } from './requirements.js';

const day = '2026-03-02';

const version = (issuedOn: string | null, seq: number): MaterialVersion => ({
  materialId: `m-${seq}`,
  version: 1,
  sha256: 'ab',
  bytes: 1,
  mediaType: 'application/pdf',
  issuedOn,
  sealed: null,
  copyOf: null,
  reason: null,
  suppliedBy: 'p',
  suppliedOn: day,
  seq,
  erasedOn: null,
});

/** What the rule pack asks of a first filing, one of it with a freshness. */
const asked = () => {
  const desk = aLicense(day).prepares();
  const requirements = requirementsOf(desk.state, desk.newest, day, desk.context());
  const filing = (materials: Record<string, MaterialVersion[]>, rest: Partial<Filing> = {}): Filing => ({
    ...desk.newest,
    materials,
    rounds: [],
    ...rest,
  });
  return { desk, requirements, filing };
};
const one = (requirements: readonly Requirement[], status: Requirement['status']): Requirement => {
  const found = requirements.find((each) => each.status === status);
  if (!found) throw new Error(`nothing is ${status}`);
  return found;
};

describe('materials are missing', () => {
  it('where they are required, not there and not deferred; each with its title', () => {
    const { requirements, filing } = asked();
    const missing = (materials: Record<string, MaterialVersion[]>, deferred: string[] = []) =>
      missingMaterials(requirements, filing(materials), deferred);
    const wanted = requirements.filter(({ status }) => status !== 'optional');
    expect(missing({})).toEqual(
      wanted.map(({ id, title, status }) => ({ requirementId: id, title, deferrable: status === 'deferrable' })),
    );
    const [first, ...rest] = wanted.map(({ id }) => id);
    if (!first) throw new Error('nothing is asked for');
    expect(missing({ [first]: [version(day, 3)] }).map(({ requirementId }) => requirementId)).toEqual(rest);
    expect(missing({}, [first]).map(({ requirementId }) => requirementId)).toEqual(rest);
    expect(missing({}, [first, ...rest])).toEqual([]);
  });

  it('never where they are optional', () => {
    const { requirements, filing } = asked();
    const optional = { ...one(requirements, 'required'), status: 'optional' as const };
    expect(missingMaterials([optional], filing({}), [])).toEqual([]);
  });
});

describe('a material is too old', () => {
  const dated = () => {
    const { requirements, filing } = asked();
    const fresh = requirements.find(({ freshness }) => freshness !== null && freshness !== undefined);
    if (!fresh) throw new Error('nothing has a freshness');
    const stale = (versions: MaterialVersion[], on: string, rest: Partial<Filing> = {}) =>
      staleMaterials(requirements, filing({ [fresh.id]: versions }, rest), on);
    return { fresh, stale };
  };

  it('from the day after its last one, judged by the newest version', () => {
    const { fresh, stale } = dated();
    const [old] = stale([version('2020-01-02', 3)], day);
    expect(old).toEqual({ requirementId: fresh.id, issuedOn: '2020-01-02', freshUntil: old?.freshUntil });
    const until = old?.freshUntil ?? '';
    expect(until > '2020-01-02').toBe(true);
    expect(stale([version('2020-01-02', 3)], until)).toEqual([]);
    expect(stale([version('2020-01-02', 3), version(day, 4)], day)).toEqual([]);
    expect(stale([version(day, 3), version('2020-01-02', 4)], day)).toHaveLength(1);
  });

  it('not where the authority has had it since an earlier round', () => {
    const { stale } = dated();
    const round = aLicense(day).prepares().submits().newest.rounds[0];
    if (!round) throw new Error('no round');
    const rounds = [{ ...round, submittedSeq: 10 }];
    expect(stale([version('2020-01-02', 9)], day, { rounds })).toEqual([]);
    expect(stale([version('2020-01-02', 11)], day, { rounds })).toHaveLength(1);
  });

  it('never where nobody asks for it', () => {
    const { filing } = asked();
    expect(staleMaterials([], filing({ extra: [version('2020-01-02', 3)] }), day)).toEqual([]);
  });
});

describe('a change filing needs', () => {
  const change = (kind: CompanyChange['kind'], operatorChanges: boolean | null = null): CompanyChange => ({
    kind,
    decidedOn: day,
    registeredOn: null,
    effectiveOn: null,
    operatorChanges,
  });
  const needs = (...changes: CompanyChange[]) => {
    const desk = Desk.holds('2026-11-20').does('open-filing', {
      kind: 'change',
      period: null,
      answers: [],
      plannedOn: null,
    });
    const open = changes.map((each, i) => ({
      erasedOn: null,
      seq: 10 + i,
      toldSeq: 10 + i,
      recordedOn: day,
      obligationId: `change:${10 + i}`,
      filingId: null,
      done: false,
      change: each,
    }));
    const state = { ...desk.state, changes: open };
    const ids = (answers: string[]) =>
      requirementsOf(state, { ...desk.newest, answers }, desk.today, desk.context()).map(({ id }) => id);
    return { all: ids(open.map(({ obligationId }) => obligationId)), none: ids([]) };
  };

  it('by the changes that it answers, and by no others', () => {
    const name = needs(change('name'));
    const shareholders = needs(change('shareholders', false));
    expect(name.none).toEqual(shareholders.none);
    expect(name.all).not.toEqual(shareholders.all);
  });

  it('more where one change is of the operator; not where nobody has said whether it is', () => {
    const plain = needs(change('shareholders', false)).all;
    const operator = needs(change('shareholders', true)).all;
    const unanswered = needs(change('shareholders', null)).all;
    expect(operator).not.toEqual(plain);
    expect(needs(change('shareholders', false), change('shareholders', true)).all).toEqual(operator);
    expect(needs(change('shareholders', null), change('shareholders', true)).all).toEqual(operator);
    expect(unanswered).not.toEqual(operator);
    expect(needs(change('shareholders', false), change('shareholders', null)).all).toEqual(unanswered);
  });
});

describe('a permit for other types than were applied for', () => {
  const ofCallCenters = (desk: Desk) => {
    const asked = requirementsOf(desk.state, desk.newest, desk.today, desk.context());
    return asked.map(({ id }) => id).filter((id) => id.startsWith('nuisance-call-commitment'));
  };
  const held = (serviceTypes: string[], rest: object = {}) =>
    aLicense('2026-06-01').prepares().submits().accepted().granted().issued({ serviceTypes }, rest);

  it('leaves the application what it was', () => {
    expect(ofCallCenters(held(['B24']))).toEqual(['nuisance-call-commitment']);
    expect(ofCallCenters(held(['B25'], otherTypes))).toEqual(['nuisance-call-commitment']);
  });

  it('is renewed with what those need', () => {
    const renewing = (desk: Desk) => ofCallCenters(desk.until('2031-01-10').prepares({ kind: 'renewal' }));
    expect(renewing(held(['B24']))).toEqual(['nuisance-call-commitment-of-older-permits']);
    expect(renewing(held(['B25'], otherTypes))).toEqual([]);
  });
});

describe('another authority decides', () => {
  const facts = (desk: Desk, told: object, companySeq: number) =>
    desk
      .decides('record-company-fact', { change: null, facts: told, companySeq })
      .filter(({ type }) => type === 'authority-moved');
  const foreign = { foreignShare: 30, shareholders: [] };

  it('with the first foreign share, once, and says which office', () => {
    const desk = aLicense(day);
    expect(desk.state.authority).toBe('sh');
    expect(facts(desk, foreign, 2)).toEqual([
      { type: 'authority-moved', v: 1, validOn: day, data: { authority: 'MIIT', office: 'MIIT' } },
    ]);
    desk.does('record-company-fact', { change: null, facts: foreign, companySeq: 2 });
    expect(facts(desk, { foreignShare: 40 }, 3)).toEqual([]);
  });

  it('not with facts that decide nothing, or that newer ones have overtaken', () => {
    const desk = aLicense(day);
    expect(facts(desk, { name: '新名称有限公司' }, 2)).toEqual([]);
    expect(facts(desk, {}, 2)).toEqual([]);
    desk.does('record-company-fact', { change: null, facts: { foreignShare: 0, shareholders: [] }, companySeq: 5 });
    expect(facts(desk, foreign, 4)).toEqual([]);
    expect(facts(desk, foreign, 5)).toHaveLength(1);
  });
});
