import { type Chapter, words } from './wording.js';

/** Personal data: what somebody may know, and what is destroyed. */
export const privacy: Chapter = {
  'not-own-data': words(
    '不是本人的信息',
    'Not your own data',
    '请由本人或全域管理员查询。',
    'Let the person ask, or an administrator who is limited to nothing.',
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
