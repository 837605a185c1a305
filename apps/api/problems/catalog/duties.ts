import { type Chapter, words } from './wording.js';

/** Duties, notices, waivers, attention. */
export const duties: Chapter = {
  'obligation-not-found': words('没有这项义务', 'No such duty', '请使用待办事项中的编号。', 'Use an id of the agenda.'),
  'rung-not-found': words(
    '该提醒未发出',
    'This notice did not fire',
    '请使用已发出的提醒。',
    'Name a rung that has fired.',
  ),
  'notice-already-acknowledged': words(
    '提醒已确认',
    'Acknowledged already',
    '无需重复确认。',
    'Nothing is left to do.',
  ),
  'snooze-crosses-safe-day': words(
    '推迟超过安全日',
    'Snooze crosses the safe day',
    '请推迟到安全日之前。',
    'Choose a day before the safe day.',
  ),
  'ladder-not-sound': words(
    '提醒设置有误',
    'Reminders not sound',
    '请按所列各项修改。',
    'Correct each of the mistakes that are listed.',
  ),
  'ladder-kind-unknown': words(
    '该事项不能另设提醒',
    'No such reminders',
    '请使用按安全日倒推提醒的事项。',
    'Name a kind of obligation that has a safe day.',
  ),
  'ladder-offsets-count': words(
    '提醒天数的个数有误',
    'Too few or too many days',
    '请给出一至二十个天数，或以 null 恢复默认。',
    'Give 1 to 20 of them, or null to go back to the default.',
  ),
  'ladder-offset-range': words(
    '提醒天数有误',
    'Day not valid',
    '请填写安全日前 1 至 1825 的整数天；安全日当日的提醒始终保留。',
    'Give whole days from 1 to 1825; the safe day itself is always a rung.',
  ),
  'ladder-offset-twice': words('提醒天数重复', 'Day named twice', '每个天数只写一次。', 'Name each day once.'),
  'snooze-in-past': words('推迟日期已过', 'Snooze into the past', '请选择以后的日期。', 'Choose a later day.'),
  'waiver-already-proposed': words(
    '免除已提出',
    'Waiver proposed already',
    '请由第二人批准。',
    'A second person may approve it.',
  ),
  'waiver-not-proposed': words('没有免除提议', 'No waiver proposed', '请先提出免除。', 'Propose it first.'),
  'waiver-needs-second-person': words(
    '须由第二人批准',
    'A second person must approve',
    '请由提出人以外的审批人批准。',
    'Ask an approver other than the proposer.',
  ),
  'operator-question-not-asked': words(
    '没有该问题',
    'Question not asked',
    '只有股东变更需要回答。',
    'Only an open shareholder change asks it.',
  ),
  'registration-before-decision': words(
    '登记早于决定',
    'Registered before the decision',
    '请核对日期。',
    'Give a day from the decision on.',
  ),
  'attention-not-found': words(
    '没有该提示',
    'Nothing to clear',
    '请使用许可证上列出的提示。',
    'Name a mark that the license shows.',
  ),
  'attention-needs-act': words(
    '须先办理相应事项',
    'An act is needed',
    '请先办理相应事项，提示会自动消除。',
    'Do what the mark asks for; it clears with the act.',
  ),
  'skip-too-far': words(
    '一次跳过的时间过长',
    'Skipped too far at once',
    '请选择较早的日期，再从那里继续跳过。',
    'Name an earlier day, and skip again from there.',
  ),
  'skip-into-past': words('时间只能向前', 'Time only runs forward', '请选择更晚的日期。', 'Name a later day.'),
};
