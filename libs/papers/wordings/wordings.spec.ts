import { publishedPacks } from '../../rulebook/index.js';
import { fieldsIn } from '../draft.js';
import { paperFields } from '../fields.js';
import { portalFormOf } from '../portal-form.js';
import { wordingFor, wordings } from './index.js';

const filingKinds = ['new', 'renewal', 'change', 'termination', 'reissue', 'annual-report'] as const;

describe('wordings', () => {
  const asked = new Map(
    publishedPacks.flatMap(({ requirements }) =>
      requirements.map(({ requirement, title }) => [requirement, title.zh] as const),
    ),
  );
  const drafted = wordings.flatMap(({ requirements }) => [...requirements]);

  it('belong to requirements of the packs, one wording for each', () => {
    for (const requirement of drafted) expect([...asked.keys()]).toContain(requirement);
    expect(new Set(drafted).size).toBe(drafted.length);
  });

  it('name only fields that there are', () => {
    for (const { blocks } of wordings) for (const block of blocks) expect(() => fieldsIn(block)).not.toThrow();
  });

  it('cover every letter and every form that a requirement names by its title', () => {
    const letterOrForm = /承诺书|申请表|申请书|情况表|年报表|声明$|说明$|决议$/u;
    const missing = [...asked]
      .filter(([requirement, title]) => letterOrForm.test(title) && wordingFor(requirement) === null)
      .map(([requirement, title]) => `${requirement} ${title}`);
    expect(missing).toEqual([]);
  });

  it('end with room for hand and seal', () => {
    for (const { blocks } of wordings) expect(blocks.at(-1)).toHaveProperty('sign');
  });

  it('use each field there is, in a paper or on the form of the portal', () => {
    const nothing = { values: {}, shareholders: [] };
    const onPaper = wordings.flatMap(({ blocks }) => blocks.flatMap(fieldsIn));
    const onPortal = filingKinds.flatMap((kind) =>
      portalFormOf(kind, nothing).sections.flatMap(({ fields }) => fields.map(({ id }) => id)),
    );
    const used: ReadonlySet<string> = new Set([...onPaper, ...onPortal]);
    expect(Object.keys(paperFields).filter((field) => !used.has(field))).toEqual([]);
  });
});
