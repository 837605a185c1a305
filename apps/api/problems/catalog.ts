import type { Bilingual } from '../../../libs/rulebook/index.js';

/** How a problem is named, and what helps where the error itself does not say it. */
export interface Wording {
  title: Bilingual;
  remedy: Bilingual;
}

const unknown: Wording = {
  title: { zh: '请求被拒绝', en: 'Refused' },
  remedy: { zh: '请按说明修改后重试。', en: 'Correct what is described and try again.' },
};

export const catalog: Readonly<Record<string, Wording>> = {};

/** Every code has words of its own (a spec compares); the general ones are for codes of a newer core. */
export const wordingOf = (code: string): Wording => catalog[code] ?? unknown;
