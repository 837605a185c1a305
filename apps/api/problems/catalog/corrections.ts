import { type Chapter, words } from './wording.js';

/** Mistaken entries and their correction. */
export const corrections: Chapter = {
  'entry-not-correctable': words(
    '该记录不能更正',
    'Entry not correctable',
    '请使用最后登记该内容的记录及其字段。',
    'Name the entry that told it last, and its member.',
  ),
  'correction-changes-nothing': words(
    '更正没有变化',
    'Nothing to correct',
    '请填写应有的内容。',
    'Give what should stand there.',
  ),
  'correction-value-invalid': words(
    '更正内容的形式不符',
    'Not what can stand there',
    '请按该字段的形式填写：日期、编号、申报编号、业务种类、覆盖范围、补正事项、主管机关或是否。',
    'Give a day, a number, a filing, service types, a coverage, items, an authority, or yes or no, as the member takes it.',
  ),
  'correction-not-possible': words(
    '不能这样更正',
    'It cannot be corrected so',
    '已开通的业务种类不能从许可证中去掉；请先更正开通记录。',
    'A type whose service was opened stays on the permit; correct the opening first.',
  ),
  'filing-does-not-await': words(
    '该申报不等待这一答复',
    'The filing does not wait for it',
    '请使用等待这一答复的申报；后续记录应先更正。',
    'Name a filing that waits for such an answer; correct first what followed.',
  ),
  'correction-out-of-order': words(
    '更正后先后颠倒',
    'Corrected day out of order',
    '请填写其他日期，或先更正另一条记录。',
    'Give another day, or correct the other entry first.',
  ),
  'correction-not-proposed': words('没有更正提议', 'No correction proposed', '请先提出更正。', 'Propose it first.'),
  'correction-proposed-anew': words(
    '更正提议已有更新',
    'Another correction stands proposed',
    '请先查看当前的更正提议，再按其记录编号批准。',
    'Read what stands proposed now, then approve that by its entry.',
  ),
  'correction-needs-second-person': words(
    '须由第二人批准更正',
    'A second person must approve',
    '请由提出人以外的审批人批准。',
    'Ask an approver other than the proposer.',
  ),
};
