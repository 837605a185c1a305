import { type Chapter, words } from './wording.js';

/** Papers of a filing: versions, originals, drafts, and the packs that were signed off. */
export const packs: Chapter = {
  'filing-day-past': words(
    '计划提交日已过',
    'Planned day has passed',
    '请填写今天或以后的日期，或不作计划。',
    'Give today or a later day, or none.',
  ),
  'replacement-reason-missing': words(
    '缺少替换原因',
    'Nobody says why',
    '请说明为何以新版本替换旧版本。',
    'Say in a sentence why the older version is replaced.',
  ),
  'document-not-found': words(
    '没有这份文件',
    'No such document',
    '请从本公司已有文件中选择。',
    'Look at GET /licenses/:id/filings/:filingId/documents for the documents of the company.',
  ),
  'holder-unclear': words(
    '原件持有者不明确',
    'Holder not clear',
    '请填写人员或地点之一。',
    'Give `person` or `place`, one of the two.',
  ),
  'original-not-out': words(
    '没有在外的原件',
    'No original is out',
    '请先登记原件交给了谁。',
    'Record first to whom it was handed over.',
  ),
  'original-entry-missing': words(
    '没有可更正的原件登记',
    'No entry of the original to correct',
    '请先查看原件清单；交出登记有误的，重新登记交给了谁即可。',
    'Look at the list of originals; a mistaken hand-over is put right by the next one.',
  ),
  'original-days-reversed': words(
    '原件日期顺序有误',
    'Days of the original in the wrong order',
    '请核对日期。',
    'Give a day from what is on record of it on.',
  ),
  'draft-not-available': words(
    '没有可生成的草稿',
    'No draft of this paper',
    '只生成承诺书、说明和表格的草稿。',
    'Letters, statements and forms are drafted: see GET /licenses/:id/filings/:filingId/drafts.',
  ),
  'pack-not-found': words(
    '没有这次签核',
    'No such pack',
    '请查看该申报的签核列表。',
    'Look at GET /licenses/:id/filings/:filingId/packs.',
  ),
  'pack-erased': words(
    '材料包中有文件已删除',
    'Documents of the pack were erased',
    '材料包不能再生成；清单中仍有每个文件的摘要，其余文件请逐一下载。',
    'The manifest names every document by its hash; read the others one by one.',
  ),
  'pack-documents-unreadable': words(
    '材料文件缺失或被改动',
    'Documents of the pack missing or altered',
    '请从备份恢复文件库；不提供残缺的材料包。',
    'Restore the file store from its backup; half a pack is not given.',
  ),
  'pack-not-reproducible': words(
    '材料包与首次生成的不一致',
    'Pack comes out other than it was',
    '请报告该问题；材料、清单和封面均有保存。',
    'Report it: manifest, cover sheet and documents are kept.',
  ),
};
