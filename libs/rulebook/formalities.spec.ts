import { formalityOf, latestPack, requirementsWithFormality } from './index.js';

describe('formalities', () => {
  const known = new Set(latestPack.requirements.map(({ requirement }) => requirement));

  it.each(requirementsWithFormality.map((id) => [id]))('%s is a requirement of the pack, with a source of it', (id) => {
    expect(known).toContain(id);
    expect(Object.keys(latestPack.sources)).toContain(formalityOf(id)?.citation.source);
  });

  it('say of no paper what nobody said', () => {
    expect(formalityOf('credit-system-screenshots')).toBeNull();
    expect(formalityOf('constructor')).toBeNull();
  });

  it('of forms cite what the form is for, and of letters no guide that speaks of another one', () => {
    const cited = (id: string) => formalityOf(id)?.citation;
    expect(cited('renewal-application-form')).toEqual({ source: 'O42', article: 'art. 27; 8(1)' });
    expect(cited('change-application-form')).toEqual({ source: 'O42', article: 'art. 28, 29; 8(1)' });
    expect(cited('voip-commitment')).toEqual({ source: 'AG', article: 'guide B on B24, material 10' });
    const byGuide = requirementsWithFormality.filter((id) => cited(id)?.source === 'AG');
    for (const id of byGuide) expect(cited(id)?.article).toMatch(/^guide B on B24, material ([1-9]|10)$/);
  });

  it('are as sure as their source: nothing of a guide of agents, and nothing by likeness, is more than unverified', () => {
    for (const id of requirementsWithFormality) {
      const { citation, note, confidence } = formalityOf(id) ?? {};
      if (citation?.source === 'AG' || note?.zh.includes('比照')) expect([id, confidence]).toEqual([id, 'unverified']);
    }
  });

  it('say what each pack says in its own wording: where it names the seal, the seal is asked for', () => {
    for (const { requirement, wording } of latestPack.requirements)
      if (wording.zh.includes('加盖公章')) expect(formalityOf(requirement)).toMatchObject({ seal: true });
  });
});
