import type { Coverage } from '../domain/index.js';
import { chineseArticles } from '../notices/words/chinese-articles.js';
import { type Bilingual, namesInLaw } from '../rulebook/index.js';
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
  const { serviceType, authority, office, province, requirement } = namesInLaw(packId);
  const said = (name: (code: string) => Bilingual) => (code: string) => name(code)[language];
  const type = said(serviceType);
  return {
    serviceType: (code) => (type(code) === code ? code : `${code} ${type(code)}`),
    authority: said(authority),
    office: said(office),
    coverage: (coverage, nationwide) =>
      coverage.kind === 'nationwide'
        ? nationwide
        : coverage.provinces.map(said(province)).join(language === 'zh' ? '、' : ', '),
    requirement: said(requirement),
  };
}

/** An article in its source, as lawyers of the language cite it. @param source null where the pack does not list it */
export function articleOf(article: string, source: string | null, language: Language): string {
  const cited = language === 'zh' ? chineseArticles(article) : article;
  if (source === null) return cited;
  return language === 'zh' ? `《${source}》${cited}` : `${source}, ${cited}`;
}
