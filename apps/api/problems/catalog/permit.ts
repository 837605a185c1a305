import { type Chapter, words } from './wording.js';

/** The permit, its services and its renewals. */
export const permit: Chapter = {
  'permit-not-issued': words(
    '尚无许可证',
    'No permit yet',
    '请先登记已批准申报的许可证。',
    'Record the permit of a granted filing first.',
  ),
  'permit-already-held': words(
    '已持有许可证',
    'Permit held already',
    '请办理续期或变更，或新开许可证。',
    'Open a renewal or a change, or a new license.',
  ),
  'permit-not-valid': words(
    '许可证当前无效',
    'Permit not in force',
    '请按许可证当前状态办理。',
    'Do what its present status allows.',
  ),
  'permit-still-valid': words(
    '许可证仍有效',
    'Permit still valid',
    '请先登记许可证的终止。',
    "Record the permit's end first.",
  ),
  'permit-before-grant': words(
    '颁证日早于批准日',
    'Permit before the grant',
    '请核对日期。',
    'Give a day from the grant on.',
  ),
  'permit-number-missing': words(
    '缺少许可证编号',
    'Permit number missing',
    '请按证书填写编号。',
    'Give the number as printed.',
  ),
  'permit-end-before-start': words(
    '有效期止早于起',
    'Permit ends before it starts',
    '请按证书核对有效期。',
    'Copy both days as printed.',
  ),
  'permit-end-not-offered': words(
    '不是可选的到期日',
    'Not one of the ends offered',
    '请在所列日期中选择。',
    'Choose one of the days that are listed.',
  ),
  'permit-end-undisputed': words(
    '到期日没有争议',
    'The end is not in doubt',
    '证载有效期届满日与推算的一致，视为续期也没有争议，无需决定。',
    'Printed and computed end agree, and no renewal by silence is disputed; nothing is to be decided.',
  ),
  'act-before-permit': words('日期早于许可证', 'Before the permit', '请核对日期。', 'Give a day from the permit on.'),
  'service-opened-before-permit': words(
    '开通早于许可证',
    'Service opened before the permit',
    '如属实，请作为违规登记（violation）。',
    'If it is so, enter it as a violation.',
  ),
  'service-already-opened': words(
    '业务已开通',
    'Service opened already',
    '开通已有记录。',
    'The opening is on record.',
  ),
  'service-type-not-permitted': words(
    '许可证不含该业务',
    'Not on the permit',
    '请使用许可证所列业务。',
    'Name a service type of the permit.',
  ),
  'not-a-violation': words(
    '不属于违规',
    'Not a violation',
    '许可证有效期内的开通请按正常登记。',
    'An opening under a permit in force is entered as such.',
  ),
  'renewal-not-deemed': words(
    '没有待确认的视为续期',
    'No deemed renewal to confirm',
    '只有因到期未答复而视为续期的可以确认；事后被驳回、不予受理或已撤回的，请决定许可证到期日。',
    'Only a renewal by silence waits to be confirmed; of one that was turned down or withdrawn since, decide the end of the permit.',
  ),
  'renewal-already-deemed': words(
    '已视为续期',
    'Renewed by silence already',
    '自续期之日起不能撤回；请确认，或登记主管部门的决定。',
    'From its first day on it is not withdrawn: confirm it, or record the decision.',
  ),
  'renewal-term-not-adjacent': words(
    '新旧有效期不衔接',
    'Terms not adjacent',
    '请按证书核对有效期起始日。',
    'Copy the first day of the new term as printed.',
  ),
  'suspension-ends-before-start': words(
    '停业结束早于开始',
    'Suspension ends before it starts',
    '请核对日期。',
    'Give a day from its start on.',
  ),
};
