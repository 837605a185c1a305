import { en } from './en.js';
import type { Language, ReportWords } from './words.js';
import { zh } from './zh.js';

export type { Language, ReportWords } from './words.js';

const words: Record<Language, ReportWords> = { zh, en };

export const wordsOf = (language: Language): ReportWords => words[language];
