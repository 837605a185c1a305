import { type Chapter, words } from './wording.js';

/** Personal data: what somebody may know, and what is destroyed. */
export const privacy: Chapter = {
  'not-own-data': words(
    '不是本人的信息',
    'Not your own data',
    '请由本人或全域管理员查询。',
    'Let the person ask, or an administrator who is limited to nothing.',
  ),
  'window-too-long': words(
    '一次查询的天数过多',
    'Too many days at once',
    '请缩短查询的时间范围。',
    'Ask for fewer days at once.',
  ),
  'text-not-found': words(
    '没有这段文字，或已删除',
    'No such text, or erased',
    '请在历史记录中查看引用编号（ref）。',
    'Look at the history for its reference (ref).',
  ),
  'text-needed': words(
    '该文字仍需使用',
    'Text still needed',
    '请待申报结束或许可证终结，或先登记公司变更；所涉解读须先作出决定或由他种解读取代。',
    'Wait until the filing is closed or the license has ended, or record other facts of the company first; let the reading be decided, or superseded.',
  ),
  'file-not-found': words(
    '没有这份文件，或已删除',
    'No such file, or erased',
    '请在申报材料或主管部门文书中查看编号。',
    'Look at the filings (`materialId`) and at the papers (`scanId`).',
  ),
  'file-needed': words(
    '该文件仍需使用',
    'File still needed',
    '请先换上新的版本或扫描件，或待申报结束、许可证终结。',
    'Put another version or scan in its place first, or wait until the filing is closed or the license has ended.',
  ),
  'file-erased': words(
    '文件内容已删除',
    'Content erased',
    '内容无法恢复；由谁、因何删除见历史记录。',
    'Nobody can read it any more; the history says who erased it, and why.',
  ),
  'retention-too-short': words(
    '保存期过短',
    'Period too short',
    '请填写不少于规定下限的天数。',
    'Give as many days as must be kept, or more.',
  ),
  'person-not-erasable': words(
    '尚不能删除',
    'Not to be erased yet',
    '请先登记离开、交接许可证并交还原件。',
    'Record the departure, hand the licenses over and take the originals back first.',
  ),
  'erasure-by-another': words(
    '不能删除本人的信息',
    'Not for oneself',
    '请由另一位管理员办理。',
    'Ask another administrator.',
  ),
  'person-erased': words(
    '该人员的信息已删除',
    'Data of the person was erased',
    '确需再次办理的，请重新添加人员。',
    'Add the person anew where somebody is to act again.',
  ),
};
