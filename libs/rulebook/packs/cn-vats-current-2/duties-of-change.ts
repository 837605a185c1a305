import type { DutyRule } from '../../pack.js';
import { duty } from './duty.js';

/** What a change of the company or of its plans means for permits it holds. */
export const dutiesOfChange: DutyRule[] = [
  duty('does-the-operator-change', {
    title: { zh: '经营主体是否变化', en: 'Does the operator change?' },
    wording: {
      zh: '合并、分立、股东变化时，先答复经营主体是否变化：变化的自决定起三十日内申请，不变的登记后三十日内办理。',
      en: 'After a merger, a division or a change of shareholders, first answer whether the operator changes: if so, file within thirty days of the decision; if not, within thirty days of registration.',
    },
    citation: { source: 'O42', article: 'art. 28, 29' },
    confidence: 'verified',
    evidence: { zh: '公司决定、登记变更通知', en: 'the company’s decision, the notice of registration' },
    limits: ['limit.change-after-decision', 'limit.change-after-registration', 'limit.change-ahead'],
    when: { in: ['changeKinds', ['shareholders', 'scope']] },
    examples: [
      { facts: { changeKinds: ['shareholders'] }, applies: true },
      { facts: { changeKinds: ['name'] }, applies: false },
    ],
  }),
  duty('permit-matches-registration', {
    title: { zh: '许可证与登记一致', en: 'The permit matches the registration' },
    wording: {
      zh: '名称、法定代表人、注册资本变更的，其全部许可证均须变更；未变更前年报不能通过。',
      en: 'A change of name, legal representative or capital is filed for every permit of the company; until then its annual report does not pass.',
    },
    citation: { source: 'O42', article: 'art. 29; AG' },
    confidence: 'secondary',
    evidence: { zh: '变更后的许可证', en: 'the permits as amended' },
    limits: ['limit.change-after-registration', 'limit.annual-report'],
    penalty: 'late-change',
    when: { in: ['changeKinds', ['name', 'legal-representative', 'registered-capital']] },
    examples: [
      { facts: { changeKinds: ['name'] }, applies: true },
      { facts: { changeKinds: ['scope'] }, applies: false },
    ],
  }),
  duty('province-to-nationwide', {
    title: { zh: '省内许可改为全国许可', en: 'From one province to nationwide' },
    wording: {
      zh: '取得全国许可后，同一业务的省内许可注销；申请时承诺注销。',
      en: 'Once the nationwide permit is issued, the provincial one for the same service ends; the applicant commits to that.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    evidence: { zh: '注销省内许可承诺书及注销结果', en: 'the commitment, and the cancellation' },
    when: { all: [{ eq: ['holdsProvincialPermit', true] }, { eq: ['coverage', 'nationwide'] }] },
    examples: [
      { facts: { holdsProvincialPermit: true, coverage: 'nationwide' }, applies: true },
      { facts: { holdsProvincialPermit: true, coverage: 'province' }, applies: false },
    ],
  }),
  duty('first-foreign-share', {
    title: { zh: '首次出现外资', en: 'The first foreign share' },
    wording: {
      zh: '首次有外资进入的，审批转至工业和信息化部，省内许可注销。',
      en: 'With the first foreign share the decision moves to MIIT, and the provincial permit is given up.',
    },
    citation: { source: 'O42', article: 'art. 9(3); FI' },
    confidence: 'unverified',
    evidence: {
      zh: '向工业和信息化部的申请、注销承诺书',
      en: 'the application to MIIT, the commitment to give the permit up',
    },
    when: { all: [{ eq: ['holdsProvincialPermit', true] }, { eq: ['foreignInvested', true] }] },
    examples: [
      { facts: { holdsProvincialPermit: true, foreignInvested: true }, applies: true },
      { facts: { holdsProvincialPermit: true, foreignInvested: false }, applies: false },
    ],
  }),
  duty('new-permit-after-a-lapse', {
    title: { zh: '失效后重新申请', en: 'A new permit after a lapse' },
    wording: {
      zh: '许可证届满失效后不得续期，只能重新申请；新许可另立编号，取得前不得经营。',
      en: 'A permit that lapsed cannot be renewed; one applies anew, gets a new number, and does not operate until then.',
    },
    citation: { source: 'O42', article: 'art. 27; TR art. 7(3)' },
    confidence: 'verified',
    evidence: { zh: '停止经营的记录、新的申请', en: 'records that the service stopped, the new application' },
    penalty: 'operating-without-permit',
    when: { eq: ['filingKind', 'new'] },
    examples: [
      { facts: { filingKind: 'new' }, applies: true },
      { facts: { filingKind: 'renewal' }, applies: false },
    ],
  }),
];
