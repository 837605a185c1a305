import { type Chapter, words } from './wording.js';

/** How a permit ends or goes on, wholly or in part, and what bars from asking. */
export const endings: Chapter = {
  'public-notice-missing': words(
    '尚未公示',
    'No public notice yet',
    '请先登记终止经营的公示日期。',
    'Record the publication of the termination first.',
  ),
  'end-before-grant': words(
    '终止日早于批准日',
    'End before the grant',
    '请核对日期。',
    'Give a day from the grant on.',
  ),
  'nothing-to-return': words(
    '没有需要交回的证书',
    'Nothing to return',
    '请先登记要求交回证书的决定。',
    'Record the decision that asks for the paper first.',
  ),
  'fraud-not-applicable': words(
    '不适用欺骗取得',
    'Not a permit got by deceit',
    '只有被撤销的许可才适用，请去掉该标记。',
    'Leave the mark out, or record the permit as set aside.',
  ),
  'replaced-by-itself': words(
    '许可证不能取代自身',
    'Replaced by itself',
    '请填写新的许可证。',
    'Name the license whose permit took the place of this one.',
  ),
  'license-not-to-follow': words(
    '不能接续该许可证',
    'Not a license to follow',
    '请填写同一公司已终止的许可证，或被全国许可取代的省内许可证。',
    'Name a license of the same company that has ended, or a provincial one that a nationwide permit is to replace.',
  ),
  'lost-notice-missing': words(
    '尚未公告遗失',
    'Loss not published',
    '请先公告遗失并登记公告日期。',
    'Publish the loss and record the day first.',
  ),
  'reissued-permit-differs': words(
    '补发证书与原证不同',
    'New paper differs',
    '请按新证填写；确有变化的，请办理变更。',
    'Copy the new paper; what really changed is a change filing.',
  ),
  'renewal-given-up': words(
    '已决定不再续期',
    'Renewal given up',
    '请撤回该决定，或填写其他业务。',
    'Withdraw that decision, or name the other types.',
  ),
  'non-renewal-decided': words(
    '已决定不再续期',
    'Decided already',
    '请先撤回原决定。',
    'Withdraw that decision first.',
  ),
  'non-renewal-not-decided': words(
    '没有不再续期的决定',
    'No such decision',
    '请先登记不再续期的决定。',
    'Record the decision not to renew first.',
  ),
  'non-renewal-reported': words('已报告不再续期', 'Reported already', '无需重复登记。', 'Nothing is left to do.'),
  'act-before-decision': words(
    '日期早于决定',
    'Before the decision',
    '请核对日期。',
    'Give a day from the decision on.',
  ),
  'service-types-not-applicable': words(
    '该申报不区分业务',
    'Not by service type',
    '只有续期和终止经营可以填写业务种类。',
    'Leave the list out: only a renewal or a termination names types.',
  ),
  'nothing-granted': words('全部业务均未获批准', 'Nothing was granted', '请登记为不予批准。', 'Record a refusal.'),
  'application-barred': words(
    '申请被限制',
    'Barred from applying',
    '请在期满后申请。',
    'Apply once the bar has ended.',
  ),
  'company-on-dishonest-list': words(
    '公司在失信名单上',
    'On the dishonest list',
    '请在移出名单并登记后申请。',
    'Apply once the company was taken from the list, and record that.',
  ),
  'report-blocked-by-change': words(
    '年报因变更未办而受阻',
    'Report blocked by a change',
    '请先办理许可证变更并登记变更后的许可证。',
    'Have the permit changed first, and record the amended permit.',
  ),
};
