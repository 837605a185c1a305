import { allRules, guideStatements, latestPack } from '../../../libs/rulebook/index.js';
import { lawPage } from './page.js';

const en = lawPage('en');
const zh = lawPage('zh');

describe('the law page', () => {
  it.each(allRules(latestPack).map(({ rule }) => [rule.id, rule] as const))(
    'has %s in both languages, once, with its wording',
    (id, { wording }) => {
      for (const [page, language] of [
        [en, 'en'],
        [zh, 'zh'],
      ] as const) {
        const own = page
          .split('\n## ')[1]
          ?.split('\n')
          .filter((line) => /^#### |^\| `authority/.test(line) && line.includes(`\`${id}\``));
        expect(own?.length).toBe(allRules(latestPack).filter(({ rule }) => rule.id === id).length);
        if (!id.startsWith('authority.')) expect(page).toContain(wording[language]);
      }
    },
  );

  it('says what a rule rests on, how sure that is, how it counts and how else it is read', () => {
    const renewal = en.slice(en.indexOf('`limit.renewal`\n'), en.indexOf('`limit.validity`\n'));
    expect(renewal).toContain('*Measures on Telecom Business Permits (MIIT Order 42)*, art. 27 (');
    expect(renewal).toContain('since 2017-09-01');
    expect(renewal).toContain('(90 days before the last day of validity)');
    expect(renewal).toContain('**Other reading:** The Licensing Law’s general limit is thirty days before');
    expect(zh).toContain('《电信业务经营许可管理办法（工业和信息化部令第42号）》第二十七条（');
  });

  it('has every statement of both guides', () => {
    for (const { id, says } of guideStatements) {
      expect(en).toContain(`| ${id} | ${says.en} |`);
      expect(zh).toContain(`| ${id} | ${says.zh} |`);
    }
  });

  it('is read in one language: the English page names sources in English, the links lead to headings', () => {
    for (const page of [en, zh]) {
      const headings = [...page.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading);
      for (const [, text] of page.matchAll(/^ *- \[(.+)\]\(#/gm)) expect(headings).toContain(text);
    }
    expect(en.split('## Both guides')[0]).not.toMatch(/\*[^*]*\p{Script=Han}[^*]*\*, art/u);
  });
});
