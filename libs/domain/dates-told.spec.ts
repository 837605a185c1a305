import { aLicense, Desk, law } from '../../test/support/builders.js';
import { basisTold, licenseName } from './dates-told.js';
import type { Obligation } from './obligation.js';

const duty = (desk: Desk, kind: string): Obligation => {
  const [found] = desk.agenda(kind);
  if (!found) throw new Error(`no ${kind} is due`);
  return found;
};

describe('a license is called', () => {
  it('by the number of its permit', () => {
    expect(licenseName(Desk.holds('2026-11-20').state)).toBe('沪B2-20260001');
  });

  it('by what it asks for and where, before there is one', () => {
    expect(licenseName(aLicense('2026-03-02', { serviceTypes: ['B24', 'B25'] }).state)).toBe('B24, B25 SH');
    expect(licenseName(aLicense('2026-03-02', { coverage: { kind: 'nationwide' } }).state)).toBe('B24 CN');
  });
});

describe('the basis of a date', () => {
  const report = () => duty(Desk.holds('2027-01-04'), 'annual-report');

  it('is the law of the rule that gives it, with wording and confidence', () => {
    const obligation = report();
    const proof = obligation.deadline?.readings[0]?.proof;
    if (!proof) throw new Error('no proof');
    expect(basisTold(obligation, proof.ruleId, law.pack)).toEqual({
      source: law.pack.sources[proof.citation.source]?.title,
      article: proof.citation.article,
      wording: proof.wording,
      confidence: proof.confidence,
    });
    expect(basisTold(obligation, 'limit.unheard-of', law.pack)).toEqual(basisTold(obligation, proof.ruleId, law.pack));
    expect(basisTold(obligation, null, law.pack)).toEqual(basisTold(obligation, proof.ruleId, law.pack));
  });

  it('is that of the rule that was told, where several readings give it', () => {
    const obligation = report();
    const { deadline } = obligation;
    const first = deadline?.readings[0];
    if (!deadline || !first) throw new Error('no date');
    const second = {
      ...first,
      proof: { ...first.proof, ruleId: 'another', citation: { ...first.proof.citation, article: 'art. 1' } },
    };
    const both = { ...obligation, deadline: { ...deadline, readings: [first, second] } };
    expect(basisTold(both, 'another', law.pack)?.article).toBe('art. 1');
    expect(basisTold(both, first.proof.ruleId, law.pack)?.article).toBe(first.proof.citation.article);
  });

  it('is none without a date, or where the pack does not know the source', () => {
    expect(basisTold({ ...report(), deadline: null }, null, law.pack)).toBeNull();
    expect(basisTold(report(), null, { ...law.pack, sources: {} })).toBeNull();
  });
});
