import type { PaperType } from '../../../libs/domain/index.js';
import { say } from '../../../libs/history/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';

/** What each kind of paper is called. */
export const paperWords: Record<PaperType, Bilingual> = {
  'receipt-recorded': say('受理申请回执', 'receipt'),
  'correction-requested': say('补正通知', 'correction notice'),
  'filing-accepted': say('受理通知书', 'notice of acceptance'),
  'filing-not-accepted': say('不予受理通知书', 'decision not to accept'),
  'expert-review-started': say('专家评审告知', 'notice of an expert review'),
  'filing-granted': say('予以批准通知书', 'decision to grant'),
  'filing-refused': say('不予批准决定书', 'decision to refuse'),
  'notice-published': say('公示、公告', 'public notice'),
  'report-returned': say('年报退回通知', 'return of the annual report'),
  'report-filed': say('年报回执', 'receipt of the annual report'),
  'permit-registered': say('已持有的许可证', 'permit held before'),
  'permit-issued': say('许可证', 'permit'),
  'permit-amended': say('变更后的许可证', 'amended permit'),
  'permit-renewed': say('续期后的许可证', 'renewed permit'),
  'permit-reissued': say('补发的许可证', 'permit issued again'),
  'permit-suspended': say('停业整顿决定', 'order to stop'),
  'suspension-lifted': say('恢复经营通知', 'end of the order to stop'),
  'permit-revoked': say('吊销决定', 'revocation as a penalty'),
  'permit-set-aside': say('撤销决定', 'decision to set aside'),
  'permit-withdrawn': say('撤回决定', 'decision to withdraw'),
  'permit-cancelled': say('注销决定', 'formal cancellation'),
  'permit-terminated': say('终止经营注销决定', 'end of the permit by termination'),
  'services-terminated': say('终止部分业务决定', 'end of some services'),
  'non-renewal-reported': say('不再续期报告回执', 'receipt of the report not to renew'),
  'inspection-announced': say('监督检查通知', 'announcement of an inspection'),
  'inspection-held': say('监督检查记录', 'record of an inspection'),
  'companion-recorded': say('码号等证书', 'certificate beside the permit'),
  'companion-renewed': say('续展后的码号等证书', 'renewed certificate beside the permit'),
};
