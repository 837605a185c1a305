import { type Chapter, words } from './wording.js';

/** Imports, exports, and the jobs that do them. */
export const inAndOut: Chapter = {
  'sheet-too-large': words(
    '表格过大',
    'Sheet too large',
    '请拆分为多个表格；把数据复制到新的模板中可去除空行和空列的格式。',
    'Split it into several sheets; rows copied into a new template bring no empty ones along.',
  ),
  'sheet-unreadable': words(
    '表格无法读取',
    'Sheet not readable',
    '请另存为 .xlsx，或 UTF-8、GB18030 编码的 CSV。',
    'Save it anew as .xlsx, or as CSV in UTF-8 or GB18030.',
  ),
  'sheet-headings-wrong': words(
    '表头不符',
    'Headings not those of the template',
    '请使用模板（GET /imports/template）的中文或英文表头，并去掉其他列。',
    'Use the headings of the template (GET /imports/template), in Chinese or English; leave no other column in.',
  ),
  'sheet-empty': words(
    '表格中没有许可证',
    'No permit in the sheet',
    '请在表头下方每行填写一个许可证；备注以“示例”或“说明”开头的行不计。',
    'Fill in a row for each permit; rows whose remark begins with EXAMPLE or NOTE do not count.',
  ),
  'too-many-sheets': words(
    '同时上传的表格过多',
    'Too many sheets at once',
    '请稍后用相同的 Idempotency-Key 重新发送。',
    'Send it again in a moment, under the same Idempotency-Key.',
  ),
  'cell-missing': words('必填项为空', 'Nothing here', '请填写。', 'Fill it in.'),
  'cell-number-invalid': words(
    '不是可用的数字',
    'Not a usable number',
    '请填写数字，可带单位，如 1000万元、49%。',
    'Write a number, with its unit where that helps: 1000万元, 49%.',
  ),
  'cell-percent-ambiguous': words(
    '比例有歧义',
    'Percent or share?',
    '请写明百分号：50% 与 0.5% 不同；在 Excel 中请设为文本后填写。',
    'Write the sign: 50% and 0.5% are two things; in Excel, make the cell a text first.',
  ),
  'cell-list-invalid': words(
    '列表无法识别',
    'List not understood',
    '请按模板的写法填写，如 2023-2025。',
    'Write it as the template shows, such as 2023-2025.',
  ),
  'import-repeated': words('同一许可证重复出现', 'The same permit twice', '请只保留一行。', 'Leave one of them out.'),
  'import-company-incomplete': words(
    '公司尚未登记，且缺少信息',
    'Company not registered, and not fully described',
    '请填写公司名称、注册地省份和注册资本，或先登记公司。',
    'Fill in name, province and registered capital, or register the company first.',
  ),
  'import-person-unknown': words(
    '人员不明',
    'Nobody, or nobody known',
    '请填写一位在职人员的邮箱或编号，或在导入时指定。',
    'Give the mail address or the id of somebody who acts, or name somebody with the import.',
  ),
  'permit-of-another-company': words(
    '该编号已登记在其他公司名下',
    'Number held by another company',
    '请核对许可证编号与统一社会信用代码。',
    'Compare the number of the permit and the code of the company.',
  ),
  'permit-malformed': words(
    '许可证数据格式不符',
    'Not the form of a permit',
    '请按格式填写每个字段；没有内容的列表写空列表。',
    'Give every field in its form; lists that hold nothing are empty lists.',
  ),
  'export-too-large': words(
    '导出的数量过多',
    'Too many licenses for this format',
    '请缩小范围，或选择 csv。',
    'Narrow the conditions, or choose csv.',
  ),
  'export-too-wide': words(
    '列数超出页面宽度',
    'Too many columns for a page',
    '请减少列数，或选择其他格式。',
    'Choose fewer columns, or another format.',
  ),
  'job-not-found': words(
    '没有这项作业，或不是本人的',
    'No such job, or not yours',
    '请在 GET /jobs 查看编号。',
    'Look at GET /jobs for the ids.',
  ),
  'job-not-done': words(
    '作业尚未完成',
    'Job not done',
    '请通过 GET /jobs/:id 跟踪，完成后再取。',
    'Follow it by GET /jobs/:id until it is done.',
  ),
  'job-of-another-kind': words(
    '作业类型不符',
    'Job of another kind',
    '请在 GET /jobs/:id 查看结果地址。',
    'Look at GET /jobs/:id for where its sheet is.',
  ),
  'job-swept': words(
    '结果已清除',
    'Result no longer kept',
    '结果保留一周，请用新的 Idempotency-Key 重新申请。',
    'Results are kept for a week; ask for it again under another Idempotency-Key.',
  ),
  'job-failed': words(
    '作业失败',
    'Job failed',
    '请稍后重试；已完成的部分保留。',
    'Try again later; what it had done stays done.',
  ),
  'job-gave-up': words(
    '作业多次中断，已放弃',
    'Job given up',
    '处理进程多次中断；已完成的部分保留，请重试或联系管理员。',
    'Its worker died more than once; what it had done stays done. Try again, or ask an administrator.',
  ),
  'too-many-jobs': words(
    '进行中的作业过多',
    'Too many jobs at once',
    '请等待其中一项结束：GET /jobs。',
    'Wait until one of them has ended: GET /jobs.',
  ),
  'too-many-streams': words(
    '保持打开的连接过多',
    'Too many open answers',
    '请稍后再试，或改为定时查询。',
    'Try again in a moment, or ask now and then instead.',
  ),
};
