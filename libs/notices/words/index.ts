import type { Language } from '../content.js';
import { en } from './en.js';
import type { Words } from './words.js';
import { zh } from './zh.js';

const words: Record<Language, Words> = { zh, en };

export type { Words } from './words.js';

export const wordsOf = (language: Language): Words => words[language];
