import type { Coverage } from '../domain/index.js';
import { chineseArticles } from '../notices/words/chinese-articles.js';
import { type Bilingual, knownPacks, latestPack } from '../rulebook/index.js';
import type { Language } from './words/index.js';

/** What codes are called in the rule pack that the license pinned; a code that it does not have stands as it is. */
export interface Names {
  serviceType(code: string): string;
  authority(code: string): string;
  office(code: string): string;
  /** @param nationwide the word for it */
  coverage(coverage: Coverage, nationwide: string): string;
  requirement(id: string): string;
}

export function namesOf(packId: string | null, language: Language): Names {
  const pack = knownPacks().find(({ id }) => id === packId) ?? latestPack;
  const named = (code: string, name: Bilingual | null | undefined) => name?.[language] ?? code;
  const authority = (code: string) => pack.authorities.find((each) => each.code === code);
  return {
    serviceType: (code) => {
      const name = pack.serviceTypes.find((type) => type.code === code)?.name[language];
      return name === undefined ? code : `${code} ${name}`;
    },
    authority: (code) => named(code, authority(code)?.name),
    office: (code) => named(code, (pack.offices.find((each) => each.code === code) ?? authority(code))?.name),
    coverage: (coverage, nationwide) =>
      coverage.kind === 'nationwide'
        ? nationwide
        : coverage.provinces
            .map((code) => named(code, authority(code)?.province))
            .join(language === 'zh' ? '、' : ', '),
    requirement: (id) => named(id, pack.requirements.find(({ requirement }) => requirement === id)?.title),
  };
}

/** An article in its source, as lawyers of the language cite it. @param source null where the pack does not list it */
export function articleOf(article: string, source: string | null, language: Language): string {
  const cited = language === 'zh' ? chineseArticles(article) : article;
  if (source === null) return cited;
  return language === 'zh' ? `《${source}》${cited}` : `${source}, ${cited}`;
}
