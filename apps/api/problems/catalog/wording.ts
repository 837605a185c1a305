import type { Bilingual } from '../../../../libs/rulebook/index.js';

/** How a problem is named, and what helps where the error itself does not say it. */
export interface Wording {
  title: Bilingual;
  remedy: Bilingual;
}

/** Code → words. */
export type Chapter = Readonly<Record<string, Wording>>;

export const words = (titleZh: string, titleEn: string, remedyZh: string, remedyEn: string): Wording => ({
  title: { zh: titleZh, en: titleEn },
  remedy: { zh: remedyZh, en: remedyEn },
});
