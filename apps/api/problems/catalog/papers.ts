import { type Chapter, words } from './wording.js';

/** What the authority gives, what it asks for, and the permit as it is entered. */
export const papers: Chapter = {
  'paper-not-found': words(
    '该记录不是主管部门的文件',
    'No paper of the authority',
    '请在 GET …/papers 查看记录编号。',
    'Look at GET …/papers for the entries.',
  ),
  'scan-not-found': words(
    '没有这份扫描件',
    'No such scan',
    '请先上传；未关联记录的扫描件保留一天。',
    'Upload it first; what is tied to no entry is kept for a day.',
  ),
  'scan-already-attached': words(
    '扫描件已关联记录',
    'The scan is tied to an entry',
    '请单独上传每份扫描件。',
    'Upload each image by itself.',
  ),
  'correction-not-open': words(
    '没有待答复的补正',
    'No correction waits',
    '只有待答复的补正通知才有可答复的事项。',
    'Only the items of a notice that waits for its answer are answered.',
  ),
  'correction-item-not-found': words(
    '没有这个补正事项',
    'No such item',
    '请使用补正通知中的事项。',
    'Name an item of the notice.',
  ),
  'correction-item-needs-material': words(
    '该事项要求材料',
    'The item asks for a material',
    '请提供新版本的材料，或说明理由略过。',
    'Supply a new version, or pass the item over with a reason.',
  ),
  'correction-item-answered': words('该事项已答复', 'The item is answered', '无需再办理。', 'Nothing is left to do.'),
  'rerouted-to-itself': words(
    '转送机关与原机关相同',
    'Rerouted to the same authority',
    '请填写决定书中指明的另一机关，或不填。',
    'Name the authority that the decision names, or leave it out.',
  ),
  'permit-differs': words(
    '许可证与申报不一致',
    'The permit differs from the filing',
    '请与证书核对；确认按原样登记时，在 settled 中列明每一处并说明理由。',
    'Compare it with the paper; name each difference under `settled`, with the reason.',
  ),
  'nothing-to-settle': words('并无不一致', 'Nothing to settle', '只列明确实不一致之处。', 'Name only what differs.'),
  'permit-number-taken': words(
    '许可证编号已登记',
    'The permit is on record',
    '请继续使用该许可证，或与证书核对编号。',
    'Go on with that license, or compare the number with the paper.',
  ),
  'report-before-its-year': words(
    '报告日早于报告年度',
    'Report before its year',
    '请填写报告年度内或之后的日期。',
    'Give a day in the year of the report, or later.',
  ),
  'companion-end-before-start': words(
    '证书终止日早于起始日',
    'Ended before it began',
    '请填写证书起始日或之后的日期。',
    'Give a day from the start of the certificate on.',
  ),
};
