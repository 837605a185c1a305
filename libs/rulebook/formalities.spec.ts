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

  it('say what each pack says in its own wording: where it names the seal, the seal is asked for', () => {
    for (const { requirement, wording } of latestPack.requirements)
      if (wording.zh.includes('加盖公章')) expect(formalityOf(requirement)).toMatchObject({ seal: true });
  });
});
