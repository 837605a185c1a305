import type { ProblemEntry } from './problem.js';

/** What zod says of one fault; the Standard Schema interface shows only `message` and `path` of it. */
export interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  keys?: string[];
  input?: unknown;
  expected?: string;
  values?: unknown[];
  /** Of what `maximum` and `minimum` are: characters of a string, items of an array, else a number itself. */
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
  /** False: the limit itself is out. */
  inclusive?: boolean;
  format?: string;
  /** Of our own checks: the code of the problem and what would be right. */
  params?: { code?: string; remedy?: string };
  errors?: Issue[][];
}

/** What is said of one fault of a field. The Chinese says what would be right, and nothing of what was given. */
export function wordsOf(issue: Issue): Omit<ProblemEntry, 'pointer'> {
  if (issue.params?.code) {
    return { code: issue.params.code, detail: issue.message, remedy: issue.params.remedy ?? 'Correct the value.' };
  }
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return {
      code: 'field-missing',
      detail: 'the field is missing',
      remedy: `Give the field; it is a ${issue.expected}.`,
      zh: { detail: '缺少该字段', remedy: `请补上该字段，其类型为${typeInChinese(issue.expected)}。` },
    };
  }
  const zh = inChinese(issue);
  return { code: 'field-invalid', detail: issue.message, remedy: remedyOf(issue), ...(zh ? { zh } : {}) };
}

function remedyOf(issue: Issue): string {
  if (issue.values) return `Use one of: ${issue.values.join(', ')}.`;
  if (issue.maximum !== undefined) return `Stay at or below ${issue.maximum}.`;
  if (issue.minimum !== undefined) return `Give at least ${issue.minimum}.`;
  if (issue.expected) return `Give a value of type ${issue.expected}.`;
  return 'Correct the value; /docs shows the form of each field.';
}

/** Null where the catalog says as much. */
function inChinese({ values, maximum, minimum, expected, format, ...issue }: Issue): ProblemEntry['zh'] | null {
  if (values) return { detail: '不是可用的值', remedy: `请改用以下之一：${values.join('、')}。` };
  if (maximum !== undefined) {
    const most = `${issue.inclusive === false ? '须小于' : '不得超过'} ${maximum}${measureOf(issue)}`;
    return { detail: `超出范围：${most}`, remedy: `请改为合适的值：${most}。` };
  }
  if (minimum !== undefined) {
    const least = `${issue.inclusive === false ? '须大于' : '不得少于'} ${minimum}${measureOf(issue)}`;
    return { detail: `超出范围：${least}`, remedy: `请改为合适的值：${least}。` };
  }
  if (expected) {
    const type = typeInChinese(expected);
    return { detail: `类型不符：应为${type}`, remedy: `请改为${type}。` };
  }
  const form = formats[format ?? ''];
  return form ? { detail: `格式不符：应为${form}`, remedy: `请改为${form}。` } : null;
}

const measureOf = ({ origin }: Pick<Issue, 'origin'>): string =>
  origin === 'string' ? ' 个字符' : origin === 'array' ? ' 项' : '';

const types: Readonly<Record<string, string>> = {
  string: '字符串',
  number: '数字',
  int: '整数',
  boolean: '布尔值（true 或 false）',
  array: '数组',
  object: '对象',
  record: '对象',
  null: ' null',
};

const typeInChinese = (expected = ''): string => types[expected] ?? ` ${expected}`;

const formats: Readonly<Record<string, string>> = {
  uuid: ' UUID',
  email: '邮箱地址',
  url: '网址',
  datetime: '时刻（如 2026-03-02T08:00:00Z）',
  date: '日期（YYYY-MM-DD）',
};
