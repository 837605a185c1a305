import type { ErrorKind } from '../../../libs/domain/index.js';

/** One thing that is wrong with the input, with the place it stands at (a JSON pointer) and what would be right. */
export interface ProblemEntry {
  pointer: string;
  code: string;
  detail: string;
  remedy: string;
  zh?: InChinese;
}

/** What is said of this very case in Chinese, where the catalog would say less. */
interface InChinese {
  detail: string;
  remedy?: string;
}

/** The entry as it is answered. */
export type ToldEntry = Omit<ProblemEntry, 'zh'> & { title: string };

/** The body of every error answer: RFC 9457, with the product's own members after the standard ones. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  /** Permanent, kebab-case; listed in docs/problems.md. */
  code: string;
  remedy: string;
  pointer?: string;
  /** All that is wrong with the input, where several things are. */
  errors?: ToldEntry[];
  requestId: string;
  [detail: string]: unknown;
}

/** What an error is before it is put into words: everything but language, addresses and the request. */
export interface ProblemSource {
  code: string;
  status: number;
  detail: string;
  pointer?: string;
  remedy?: string;
  zh?: InChinese;
  errors?: ProblemEntry[];
  details?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** HTTP has the last word here alone; the core speaks in kinds. The compiler keeps the table complete. */
export const statusByKind: Readonly<Record<ErrorKind, number>> = {
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  forbidden: 403,
  unavailable: 503,
};
