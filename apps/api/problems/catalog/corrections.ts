import { type Chapter, words } from './wording.js';

/** Mistaken entries and their correction. */
export const corrections: Chapter = {
  'entry-not-correctable': words(
    '该记录不能更正',
    'Entry not correctable',
    '请使用最后登记该日期的记录及其字段。',
    'Name the entry that told the day last, and its member.',
  ),
  'correction-changes-nothing': words(
    '更正没有变化',
    'Nothing to correct',
    '请填写应有的日期。',
    'Give the day that should stand there.',
  ),
  'correction-out-of-order': words(
    '更正后先后颠倒',
    'Corrected day out of order',
    '请填写其他日期，或先更正另一条记录。',
    'Give another day, or correct the other entry first.',
  ),
  'correction-not-proposed': words('没有更正提议', 'No correction proposed', '请先提出更正。', 'Propose it first.'),
  'correction-needs-second-person': words(
    '须由第二人批准更正',
    'A second person must approve',
    '请由提出人以外的审批人批准。',
    'Ask an approver other than the proposer.',
  ),
};
