/** Reads what an explanation claims back from its text, in Chinese or English. The words stand here a second time. */
import type { Claim, ClaimedCount, ClaimedReading, ClaimedStep, Difference } from './claim.js';
import { numberOf, weekdayOf } from './days.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const xingqi = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];

const reasons: [RegExp, string][] = [
  [/^专家评审|^expert review/, 'expert-review'],
  [/可能调休放假|may be off/, 'bridge-day'],
  [/调休上班|^make-up working day/, 'make-up-working-day'],
  [/放假|holiday/, 'holiday'],
  [/^星期[六日]|^Saturday|^Sunday/, 'weekend'],
  [/^工作日|^working day/, 'working-day'],
];

const day = '(\\d{4}-\\d\\d-\\d\\d)';
const label = (zh: string, en: string, rest: string) => new RegExp(`^\\s*(?:${zh}：|${en}: )${rest}`);

const lines = {
  title: label('说明', 'Explanation', ''),
  date: label('日期', 'Date', `${day}.*(确定|暂定|firm|provisional)$`),
  duty: label('义务', 'Duty', '(.+)[；;]\\s*(.+)$'),
  safeDay: label('安全日', 'Safe day', day),
  reading: /^(?:理解|Reading) (\d+)\/(\d+)(?:：|: )(\S+?)(?:（(.*)）| \((.*)\))?$/,
  start: label('起始', 'Start', `\\S+ (\\d{4}(?:-\\d\\d-\\d\\d)?)`),
  count: label('计算', 'Count', '(.+)$'),
  leftOut: /^\s*(?:扣除：专家评审 (\d+) 日|Left out: (\d+) days? of an expert review)$/,
  result: label('结果', 'Result', `${day}.*(确定|暂定|firm|provisional)$`),
  next: label('当日或其后的工作日', 'Working day on or after it', day),
  last: label('当日或其前的工作日', 'Working day on or before it', day),
  calendar: label('日历', 'Calendar', `.*?${day}`),
  step: new RegExp(`^\\s*([+-]) ${day}(?:（[^）]*）| \\([^)]*\\)) (.+)$`),
};

const firmnessOf = (word: string) => (word === '确定' || word === 'firm' ? 'firm' : 'provisional');

/** The claims of a text, which may hold several explanations one after another; null where it holds none. */
export function claimsOf(text: string): Claim[] | null {
  const claims: Claim[] = [];
  let steps: ClaimedStep[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (lines.title.test(line)) claims.push(nothingClaimed());
    const claim = claims.at(-1);
    if (!claim) continue;
    const step = lines.step.exec(line);
    if (step) steps.push(stepOf(step[1] ?? '', step[2] ?? '', step[3] ?? ''));
    else steps = readLine(line, claim) ?? steps;
  }
  return claims.length > 0 && claims.every(({ readings, date }) => readings.length > 0 && date !== '') ? claims : null;
}

function nothingClaimed(): Claim {
  const calendar = { coveredTo: '' };
  return { duty: null, date: '', firmness: '', drivenBy: 'default', safeDay: null, readings: [], calendar };
}

/** Takes one line in. @returns the list into which the step lines below it belong, where it opens one */
function readLine(line: string, claim: Claim): ClaimedStep[] | null {
  const reading = claim.readings.at(-1);
  const found = (form: RegExp) => form.exec(line)?.slice(1);
  const [date, duty, safe, head] = [lines.date, lines.duty, lines.safeDay, lines.reading].map(found);
  if (date) [claim.date, claim.firmness] = [date[0] ?? '', firmnessOf(date[1] ?? '')];
  if (duty) [claim.duty, claim.drivenBy] = dutyOf(duty[0] ?? '', duty[1] ?? '');
  if (safe) {
    claim.safeDay = { date: safe[0] ?? '', steps: [] };
    return claim.safeDay.steps;
  }
  if (head) {
    const next = nothingRead(/为准|drives/.test(head[3] ?? head[4] ?? ''));
    claim.readings.push(next);
    return next.steps;
  }
  const calendar = found(lines.calendar);
  if (calendar) claim.calendar.coveredTo = calendar[0] ?? '';
  return reading ? readReading(reading, found) : null;
}

function readReading(
  reading: ClaimedReading,
  found: (form: RegExp) => (string | undefined)[] | undefined,
): ClaimedStep[] | null {
  const [start, count, leftOut] = [lines.start, lines.count, lines.leftOut].map(found);
  if (start) reading.start.value = start[0] ?? '';
  if (count) reading.count = countOf(count[0] ?? '');
  if (leftOut) reading.pausedDays = Number(leftOut[0] ?? leftOut[1]);
  const [result, next, last] = [lines.result, lines.next, lines.last].map(found);
  if (result) [reading.date, reading.firmness] = [result[0] ?? '', firmnessOf(result[1] ?? '')];
  const moved = next ?? last;
  if (!moved) return null;
  reading.moved = { to: next ? 'next-working-day' : 'last-working-day', date: moved[0] ?? '', steps: [] };
  return reading.moved.steps;
}

function nothingRead(drives: boolean): ClaimedReading {
  const count: ClaimedCount = { kind: 'same-day' };
  return { drives, start: { value: '' }, count, pausedDays: 0, steps: [], date: '', firmness: '', moved: null };
}

function stepOf(mark: string, date: string, why: string): ClaimedStep {
  const [plain = ''] = why.split(/（推定| \(assumed/);
  const kind = reasons.find(([form]) => form.test(plain))?.[1] ?? 'unknown';
  return { date, counted: mark === '+', reason: { code: plain === why ? kind : `assumed-${kind}` } };
}

function dutyOf(whose: string, driving: string): [string | null, string] {
  const duty = /权利|right/.test(whose) ? 'right' : /主管部门|authority/.test(whose) ? 'authority' : 'company';
  return [/日历|calendar/.test(whose) ? null : duty, /最早|earliest/.test(driving) ? 'earliest' : 'default'];
}

function countOf(words: string): ClaimedCount {
  const monthDay = /\b(\d\d-\d\d)\b/.exec(words)?.[1];
  if (monthDay) return { kind: 'day-of-year', monthDay };
  const number = Number(/\d+/.exec(words)?.[0] ?? Number.NaN);
  if (Number.isNaN(number)) return { kind: 'same-day' };
  if (/年，|years/.test(words)) {
    return { kind: 'term', years: number, end: /前一日|the eve/.test(words) ? 'eve' : 'anniversary' };
  }
  const unit = /工作日|working day/.test(words) ? 'working-day' : /个月|month/.test(words) ? 'month' : 'day';
  return { kind: 'length', length: number, unit, direction: /^向前|back/.test(words) ? 'before' : 'after' };
}

/** Days of the week that a text names and that are wrong. */
export function wrongWeekdays(text: string): Difference[] {
  return [...text.matchAll(/(\d{4}-\d\d-\d\d)(?:（(星期.)）| \(([A-Z][a-z]+day)\))/g)].flatMap(([, date, zh, en]) => {
    const number = numberOf(date ?? '');
    const place = number === null ? -1 : weekdayOf(number) - 1;
    const [claimed, computed] = zh === undefined ? [en ?? '', weekdays[place]] : [zh, xingqi[place]];
    return claimed === computed ? [] : [{ where: date ?? '', claimed, computed: computed ?? 'no such day' }];
  });
}
