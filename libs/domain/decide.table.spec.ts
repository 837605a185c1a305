import {
  aCompany,
  aContext,
  aLicense,
  anOpening,
  aPermit,
  approver,
  aText,
  Desk,
  law,
  people,
} from '../../test/support/builders.js';
import { expect } from '../../test/support/quick-expect.js';
import type { LicenseCommand, LicenseCommandData, LicenseCommandType } from './commands.js';
import { decide } from './decide.js';
import { DomainError } from './errors.js';
import type { LicenseEvent } from './events.js';
import type { LicenseState } from './license.js';

const day = '2026-11-20';

/** Every state of the four machines, reached by commands alone. */
const situations: Record<string, () => LicenseState | null> = {
  none: () => null,
  opened: () => aLicense(day).current,
  draft: () => aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null }).current,
  signed: () => aLicense(day).prepares().current,
  handedIn: () => aLicense(day).prepares().does('submit-filing', { filingId: 'new-1' }).current,
  submitted: () => submitted().current,
  correction: () => corrected().current,
  accepted: () => submitted().accepted().current,
  deemed: () => deemed().current,
  expertReview: () =>
    submitted().accepted().does('start-expert-review', { filingId: 'new-1', from: day, announcedUntil: null }).current,
  granted: () => submitted().accepted().granted().current,
  refused: () => submitted().accepted().does('record-refusal', refusalToday('new-1')).current,
  notAccepted: () =>
    submitted().does('record-non-acceptance', { filingId: 'new-1', decidedOn: day, number: null, reason: null })
      .current,
  withdrawn: () => submitted().does('withdraw-filing', { filingId: 'new-1', withdrawnOn: day }).current,
  issued: () => submitted().accepted().granted().issued({ validFrom: day, printedLastDay: '2031-11-19' }).current,
  suspended: () => held().does('record-suspension', { from: day, until: null, number: null }).current,
  revoked: () => taken('revoked').current,
  setAside: () => taken('set-aside').current,
  permitWithdrawn: () => taken('withdrawn').current,
  expired: () => Desk.holds(day, { validFrom: '2021-06-01', printedLastDay: '2026-05-31' }).current,
  cancelled: () => held().does('record-cancellation', { cancelledOn: day, number: null }).current,
  closed: () => aLicense(day).does('close-license', { reason: aText }).current,
  renewalGranted: () => held().prepares({ kind: 'renewal' }).submits().accepted().granted().current,
  changeGranted: () => held().prepares({ kind: 'change' }).submits().accepted().granted().current,
  terminationAccepted: () => terminating().current,
  publicNotice: () => terminating().published().current,
  terminationGranted: () => terminating().published().granted().current,
  terminated: () =>
    terminating()
      .published()
      .granted()
      .does('record-termination', { filingId: 'termination-1', endedOn: day, number: null }).current,
  reissueSubmitted: () => held().prepares({ kind: 'reissue' }).submits().current,
  reissued: () => held().prepares({ kind: 'reissue' }).submits().issued().current,
  givenUp: () => held().does('decide-non-renewal', { decidedOn: day, serviceTypes: null, reason: null }).current,
  paperDue: () =>
    held().does('record-revocation', { outcome: 'revoked', revokedOn: day, number: null, returnPaper: { dueOn: null } })
      .current,
  misentered: () =>
    held().does('propose-correction', { seq: 2, member: 'grantedOn', to: '2025-05-21', reason: aText }).current,
  reportDraft: () => report().current,
  reportSubmitted: () => report().submits().current,
  reportReturned: () =>
    report().submits().does('record-report-return', { filingId: 'annual-report-2026', returnedOn: day, dueOn: null })
      .current,
  reportFiled: () =>
    report().submits().does('record-report-filed', { filingId: 'annual-report-2026', filedOn: day, number: null })
      .current,
};

const submitted = () => aLicense(day).prepares().submits();
const corrected = () =>
  submitted().does('record-correction-notice', {
    filingId: 'new-1',
    noticedOn: day,
    dueOn: null,
    number: null,
    items: [{ requirementId: null, text: aText }],
  });
const deemed = () => aLicense('2026-11-02').prepares().submits().until(day);
const held = () => Desk.holds(day, {}, { grantedOn: '2025-05-20', opened: [] });
const taken = (outcome: 'revoked' | 'set-aside' | 'withdrawn') =>
  held().does('record-revocation', { outcome, revokedOn: day, number: null });
const terminating = () => held().prepares({ kind: 'termination' }).submits().accepted();
const report = () => held().prepares({ kind: 'annual-report', period: '2026' });
const refusalToday = (filingId: string) => ({
  filingId,
  refusedOn: day,
  servedOn: day,
  number: null,
  falseMaterial: false,
  reason: null,
});

/** For each command the data that fit a state which allows it. */
const samples: { [T in LicenseCommandType]: (state: LicenseState | null, filingId: string) => LicenseCommandData[T] } =
  {
    'open-license': () => anOpening(),
    'register-permit': () => ({
      companyId: 'company-1',
      company: aCompany(),
      companySeq: 0,
      people,
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      permit: aPermit(),
      grantedOn: null,
      opened: [],
      reportsFiled: [],
      unknown: [],
    }),
    'assign-people': () => ({ people: { ...people, deputy: 'person-new' } }),
    'hand-over': () => ({ from: people.owner, to: 'person-new' }),
    'tell-absence': () => ({
      absenceId: 'absence-1',
      person: people.owner,
      from: day,
      until: day,
      calledOff: false,
      houseSeq: 1,
    }),
    'tell-preparation': (state) => ({ kind: state?.filings['renewal-1'] ? 'change' : 'renewal', days: [23] }),
    'choose-ladder': () => ({ kind: 'renewal', offsets: [45], reason: aText }),
    'adopt-ladder': () => ({ kind: 'renewal', offsets: [45], houseSeq: 1 }),
    'open-filing': () => ({ kind: 'new', period: null, answers: [], plannedOn: null }),
    'plan-filing': (_state, filingId) => ({ filingId, plannedOn: '2026-12-21' }),
    'hand-over-original': (_state, filingId) => ({
      filingId,
      requirementId: 'business-license',
      holder: { person: people.deputy },
      handedOverOn: day,
      dueBackOn: null,
    }),
    'record-original-shown': (_state, filingId) => ({ filingId, requirementId: 'business-license', shownOn: day }),
    'record-original-return': (_state, filingId) => ({ filingId, requirementId: 'business-license', returnedOn: day }),
    'correct-original': (_state, filingId) => ({
      filingId,
      requirementId: 'business-license',
      mistaken: 'return',
      reason: aText,
    }),
    'supply-material': (_state, filingId) => ({
      filingId,
      requirementId: 'business-license',
      materialId: 'material-x',
      sha256: 'ab'.repeat(32),
      bytes: 9,
      mediaType: 'application/pdf',
      issuedOn: day,
      reason: aText,
    }),
    'sign-off-pack': (_state, filingId) => ({ filingId, deferred: [] }),
    'submit-filing': (_state, filingId) => ({ filingId }),
    'record-receipt': (_state, filingId) => ({ filingId, receivedOn: day, number: null }),
    'record-correction-notice': (state, filingId) => ({
      filingId,
      noticedOn: state?.filings[filingId]?.acceptance?.limit ?? day,
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    }),
    'record-acceptance': (_state, filingId) => ({ filingId, acceptedOn: day, number: null }),
    'confirm-deemed-acceptance': (_state, filingId) => ({ filingId }),
    'record-non-acceptance': (state, filingId) => ({
      filingId,
      decidedOn: state?.filings[filingId]?.acceptance?.limit ?? day,
      number: null,
      reason: null,
    }),
    'start-expert-review': (_state, filingId) => ({ filingId, from: day, announcedUntil: null }),
    'end-expert-review': (_state, filingId) => ({ filingId, on: day }),
    'record-grant': (_state, filingId) => ({ filingId, grantedOn: day, number: null }),
    'record-refusal': (_state, filingId) => refusalToday(filingId),
    'withdraw-filing': (_state, filingId) => ({ filingId, withdrawnOn: day }),
    'record-report-return': (_state, filingId) => ({ filingId, returnedOn: day, dueOn: null }),
    'record-report-filed': (_state, filingId) => ({ filingId, filedOn: day, number: null }),
    'record-permit': (state, filingId) => ({
      filingId,
      issuedOn: day,
      permit:
        state?.permit && filingId.startsWith('renewal')
          ? aPermit({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' })
          : aPermit(),
    }),
    'record-publication': (_state, filingId) => ({ filingId, publishedOn: day }),
    'record-termination': (_state, filingId) => ({ filingId, endedOn: day, number: null }),
    'record-permit-return': () => ({ returnedOn: day }),
    'record-replacement': () => ({ by: '0b24c0de-0000-5000-8000-00000000000f', on: day }),
    'decide-non-renewal': () => ({ decidedOn: day, serviceTypes: null, reason: null }),
    'withdraw-non-renewal': () => ({ on: day }),
    'record-non-renewal-report': () => ({ reportedOn: day, number: null }),
    'propose-correction': () => ({ seq: 2, member: 'grantedOn', to: '2025-05-22', reason: aText }),
    'approve-correction': () => ({ seq: 2, member: 'grantedOn' }),
    'decide-permit-end': () => ({ lastDay: '2031-05-31', reason: aText }),
    'confirm-deemed-renewal': (_state, filingId) => ({ filingId }),
    'record-suspension': () => ({ from: day, until: null, number: null }),
    'lift-suspension': () => ({ on: day }),
    'record-revocation': () => ({ outcome: 'revoked', revokedOn: day, number: null }),
    'record-cancellation': () => ({ cancelledOn: day, number: null }),
    'open-service': () => ({ serviceType: 'B24', openedOn: day, evidence: null, violation: false }),
    'record-flag': () => ({ flag: 'bad-list', listed: true, on: day }),
    'record-company-fact': () => ({ change: null, facts: { city: '上海市' }, companySeq: 2 }),
    'answer-operator-question': () => ({ obligationId: 'change:9', operatorChanges: true }),
    'acknowledge-notice': () => ({ obligationId: 'acceptance:9', rung: 'ask' }),
    'snooze-notice': () => ({ obligationId: 'acceptance:9', rung: 'ask', until: '2026-11-23' }),
    'propose-waiver': () => ({ obligationId: 'acceptance:9', reason: aText }),
    'approve-waiver': () => ({ obligationId: 'acceptance:9' }),
    'clear-attention': () => ({ reason: 'pack-stale', about: 'new-1' }),
    'adopt-calendar': () => ({ calendar: law.calendar.id }),
    'adopt-rulebook': () => ({ pack: law.pack.id }),
    'adopt-readings': () => ({ readings: {}, houseSeq: 0 }),
    'mark-simulated': () => ({}),
    'close-license': () => ({ reason: aText }),
    'erase-texts': () => ({ refs: ['text-9'], ground: 'purpose-met', reason: aText }),
    'erase-files': () => ({ files: ['file-9'], ground: 'purpose-met', reason: aText }),
    'wake-up': () => ({}),
    'start-operation': () => ({
      serviceType: 'B24',
      province: 'sh',
      startedOn: day,
      stoppedOn: null,
      evidence: null,
    }),
    'stop-operation': () => ({ operationId: 'operation-1', stoppedOn: day, evidence: null }),
    'correct-operation': () => ({ operationId: 'operation-1', period: null, reason: aText }),
    'state-income': () => ({ income: 60_000, asOf: day, evidence: null }),
    'announce-inspection': () => ({ kind: 'on-site', announcedOn: day, plannedOn: null, number: null }),
    'record-inspection': () => ({
      inspectionId: null,
      kind: 'paper',
      heldOn: day,
      officials: null,
      number: null,
      findings: [aText],
      answerDueOn: null,
    }),
    'answer-inspection': () => ({ inspectionId: 'inspection-1', answeredOn: day, number: null, text: null }),
    'note-site-visit': (_state, filingId) => ({ filingId, on: day, officials: 2, note: null }),
    'record-condition': () => ({ kind: 'open-service', serviceType: 'B24', text: aText, dueOn: null }),
    'meet-condition': () => ({ conditionId: 'condition-1', metOn: day, evidence: aText }),
    'record-companion': () => ({
      companion: 'number-certificate-95',
      number: '95123',
      holder: aText,
      validFrom: day,
      lastDay: '2031-11-19',
    }),
    'renew-companion': () => ({ companionId: 'companion-1', validFrom: '2031-11-20', lastDay: '2036-11-19' }),
    'record-companion-report': () => ({ companionId: 'companion-1', year: '2026', filedOn: day }),
    'end-companion': () => ({ companionId: 'companion-1', endedOn: day }),
    'authorize-subsidiary': () => ({
      name: '样例子公司',
      uscc: aCompany().uscc,
      percent: 51,
      serviceTypes: ['B24'],
      provinces: ['sh'],
      approvedOn: day,
      shownOnPermit: true,
    }),
    'end-subsidiary': () => ({ subsidiaryId: 'subsidiary-1', endedOn: day }),
    'confirm-duty': () => ({ duty: 'display-permit-number', on: day, place: aText, evidence: null }),
    'attach-scan': (state) => ({
      entry: state?.papers.at(-1)?.seq ?? 1,
      scanId: 'scan-1',
      sha256: 'ab'.repeat(32),
      bytes: 9,
      mediaType: 'application/pdf',
      replaces: null,
    }),
    'answer-correction-item': (_state, filingId) => ({ filingId, itemId: 'r1-1', text: aText }),
    'pass-over-correction-item': (_state, filingId) => ({ filingId, itemId: 'r1-1', reason: aText }),
  };

/** Names for situations that often go together; `*open` is every one but `none` and `closed`. */
const groups: Record<string, string> = {
  '*open': Object.keys(situations)
    .filter((name) => name !== 'none' && name !== 'closed')
    .join(' '),
  '*unissued':
    'opened draft signed handedIn submitted correction accepted deemed expertReview granted refused notAccepted withdrawn',
  '*in-force':
    'issued renewalGranted changeGranted terminationAccepted publicNotice terminationGranted reissueSubmitted reissued givenUp misentered reportDraft reportSubmitted reportReturned reportFiled',
  '*reports': 'reportDraft reportSubmitted reportReturned reportFiled',
  '*no-filing': 'opened suspended revoked setAside permitWithdrawn expired cancelled givenUp paperDue misentered',
  '*terminations': 'terminationAccepted publicNotice terminationGranted terminated',
  '*reissues': 'reissueSubmitted reissued',
  '*decided': 'granted refused notAccepted withdrawn issued renewalGranted changeGranted',
  '*taken': 'revoked setAside permitWithdrawn paperDue',
};

/** What each command comes to in every situation: `allowed`, `nothing` (no event), or the code of the refusal. */
const table: Record<LicenseCommandType, Record<string, string>> = {
  'attach-scan': {
    'license-not-found': 'none',
    'paper-not-found': 'opened draft signed handedIn closed',
    allowed:
      '*in-force *taken submitted correction accepted deemed expertReview granted refused notAccepted withdrawn suspended expired cancelled terminated',
  },
  'answer-correction-item': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'correction-not-open':
      '*decided draft signed handedIn submitted accepted deemed expertReview *terminations *reissues',
    allowed: 'correction',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports',
  },
  'pass-over-correction-item': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'correction-not-open':
      '*decided draft signed handedIn submitted accepted deemed expertReview *terminations *reissues',
    allowed: 'correction',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports',
  },
  'open-license': {
    allowed: 'none',
    'license-already-open': '*open closed',
  },
  'register-permit': {
    allowed: 'none',
    'license-already-open': '*open closed',
  },
  'assign-people': {
    'license-not-found': 'none',
    allowed: '*open closed',
  },
  'hand-over': {
    'license-not-found': 'none',
    allowed: '*open closed',
  },
  'tell-absence': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'tell-preparation': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'choose-ladder': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'adopt-ladder': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'open-filing': {
    'license-not-found': 'none',
    allowed: 'opened refused notAccepted withdrawn',
    'filing-already-open': 'draft signed handedIn submitted correction accepted deemed expertReview granted',
    'permit-already-held': '*in-force *taken suspended expired cancelled terminated',
    'license-closed': 'closed',
  },
  'plan-filing': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    allowed: 'draft signed correction reportDraft reportReturned',
    'filing-not-in-preparation':
      '*decided handedIn submitted accepted deemed expertReview reportSubmitted reportFiled *terminations *reissues',
    'license-closed': 'closed',
  },
  'hand-over-original': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    allowed: '*decided draft signed handedIn submitted correction accepted deemed expertReview *terminations',
    'unknown-requirement': '*reports *reissues',
    'license-closed': 'closed',
  },
  'record-original-shown': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'original-not-out':
      '*decided draft signed handedIn submitted correction accepted deemed expertReview *reports *terminations *reissues',
    'license-closed': 'closed',
  },
  'record-original-return': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing closed',
    'original-not-out':
      '*decided draft signed handedIn submitted correction accepted deemed expertReview *reports *terminations *reissues',
  },
  'correct-original': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing closed',
    'original-entry-missing':
      '*decided draft signed handedIn submitted correction accepted deemed expertReview *reports *terminations *reissues',
  },
  'supply-material': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    allowed: 'draft signed correction',
    'filing-not-in-preparation':
      '*decided handedIn submitted accepted deemed expertReview reportSubmitted reportFiled *terminations *reissues',
    'license-closed': 'closed',
    'unknown-requirement': 'reportDraft reportReturned',
  },
  'sign-off-pack': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'materials-missing': 'draft',
    allowed: 'signed correction reportDraft reportReturned',
    'filing-not-in-preparation':
      '*decided handedIn submitted accepted deemed expertReview reportSubmitted reportFiled *terminations *reissues',
    'license-closed': 'closed',
  },
  'submit-filing': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'pack-not-signed-off': 'draft',
    'correction-unanswered': 'correction',
    allowed: 'signed reportDraft reportReturned',
    'filing-not-in-preparation':
      '*decided handedIn submitted accepted deemed expertReview reportSubmitted reportFiled *terminations *reissues',
    'license-closed': 'closed',
  },
  'record-receipt': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-submitted':
      '*decided draft signed accepted deemed expertReview reportDraft reportReturned reportFiled reissued *terminations',
    allowed: 'handedIn',
    'receipt-already-recorded': 'submitted correction reportSubmitted reissueSubmitted',
    'license-closed': 'closed',
  },
  'record-correction-notice': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-submitted': '*decided draft signed correction accepted expertReview reissued *terminations',
    allowed: 'handedIn submitted deemed reissueSubmitted',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports',
  },
  'record-acceptance': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-submitted': '*decided draft signed correction expertReview publicNotice terminationGranted terminated',
    'receipt-missing': 'handedIn',
    allowed: 'submitted deemed',
    'filing-already-accepted': 'accepted terminationAccepted',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *reissues',
  },
  'confirm-deemed-acceptance': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'acceptance-not-deemed': '*decided draft signed handedIn submitted correction accepted expertReview *terminations',
    allowed: 'deemed',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *reissues',
  },
  'record-non-acceptance': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-submitted': '*decided draft signed accepted expertReview reissued *terminations',
    allowed: 'handedIn submitted correction deemed reissueSubmitted',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports',
  },
  'start-expert-review': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-under-review': '*decided draft signed handedIn submitted correction expertReview',
    allowed: 'accepted deemed',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *terminations *reissues',
  },
  'end-expert-review': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'expert-review-not-open': '*decided draft signed handedIn submitted correction accepted deemed',
    allowed: 'expertReview',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *terminations *reissues',
  },
  'record-grant': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'grant-before-acceptance': 'draft signed handedIn submitted correction',
    allowed: 'accepted deemed publicNotice',
    'expert-review-open': 'expertReview',
    'filing-already-decided': '*decided terminationGranted terminated',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *reissues',
    'public-notice-missing': 'terminationAccepted',
  },
  'record-refusal': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'refusal-before-acceptance': 'draft signed handedIn submitted correction',
    allowed: 'accepted deemed publicNotice reissueSubmitted',
    'expert-review-open': 'expertReview',
    'filing-already-decided': '*decided terminationGranted terminated reissued',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports',
    'public-notice-missing': 'terminationAccepted',
  },
  'withdraw-filing': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    allowed:
      'draft signed handedIn submitted correction accepted deemed expertReview reportDraft terminationAccepted publicNotice reissueSubmitted',
    'filing-already-decided':
      '*decided reportSubmitted reportReturned reportFiled terminationGranted terminated reissued',
    'license-closed': 'closed',
  },
  'record-report-return': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-kind-mismatch':
      '*decided draft signed handedIn submitted correction accepted deemed expertReview *terminations *reissues',
    'license-closed': 'closed',
    'filing-not-submitted': 'reportDraft reportReturned reportFiled',
    allowed: 'reportSubmitted',
  },
  'record-report-filed': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-kind-mismatch':
      '*decided draft signed handedIn submitted correction accepted deemed expertReview *terminations *reissues',
    'license-closed': 'closed',
    'filing-not-submitted': 'reportDraft reportReturned reportFiled',
    allowed: 'reportSubmitted',
  },
  'record-permit': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-not-granted':
      'draft signed handedIn submitted correction accepted deemed expertReview refused notAccepted withdrawn issued',
    allowed: 'granted renewalGranted changeGranted reissueSubmitted',
    'license-closed': 'closed',
    'filing-kind-mismatch': '*reports *terminations',
    'filing-not-submitted': 'reissued',
  },
  'decide-permit-end': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    'permit-end-undisputed': '*in-force suspended',
    'permit-not-valid': '*taken expired cancelled terminated',
    'license-closed': 'closed',
  },
  'confirm-deemed-renewal': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-kind-mismatch':
      '*reports draft signed handedIn submitted correction accepted deemed expertReview granted refused notAccepted withdrawn issued changeGranted *terminations *reissues',
    'license-closed': 'closed',
    'renewal-not-deemed': 'renewalGranted',
  },
  'record-suspension': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force',
    'permit-not-valid': '*taken suspended expired cancelled terminated',
    'license-closed': 'closed',
  },
  'lift-suspension': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    'permit-not-suspended': '*in-force *taken expired cancelled terminated',
    allowed: 'suspended',
    'license-closed': 'closed',
  },
  'record-revocation': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force suspended',
    'permit-not-valid': '*taken expired cancelled terminated',
    'license-closed': 'closed',
  },
  'record-cancellation': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force *taken suspended expired',
    'permit-not-valid': 'cancelled terminated',
    'license-closed': 'closed',
  },
  'open-service': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force',
    'permit-not-valid': '*taken suspended expired cancelled terminated',
    'license-closed': 'closed',
  },
  'approve-correction': {
    'license-not-found': 'none',
    'correction-not-proposed':
      '*unissued *terminations *reissues *reports *taken issued suspended expired cancelled closed renewalGranted changeGranted givenUp',
    allowed: 'misentered',
  },
  'propose-correction': {
    'license-not-found': 'none',
    'entry-not-correctable': '*unissued issued closed',
    allowed:
      '*terminations *reissues *reports *taken suspended expired cancelled renewalGranted changeGranted givenUp misentered',
  },
  'record-non-renewal-report': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    'non-renewal-not-decided':
      '*reissues *reports issued suspended expired renewalGranted changeGranted terminationAccepted publicNotice terminationGranted misentered',
    'permit-not-valid': '*taken cancelled terminated',
    'license-closed': 'closed',
    allowed: 'givenUp',
  },
  'withdraw-non-renewal': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    'non-renewal-not-decided':
      '*reissues *reports issued suspended renewalGranted changeGranted terminationAccepted publicNotice terminationGranted misentered',
    'permit-not-valid': '*taken expired cancelled terminated',
    'license-closed': 'closed',
    allowed: 'givenUp',
  },
  'decide-non-renewal': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed:
      '*reissues *reports issued suspended changeGranted terminationAccepted publicNotice terminationGranted misentered',
    'permit-not-valid': '*taken expired cancelled terminated',
    'license-closed': 'closed',
    'filing-already-open': 'renewalGranted',
    'non-renewal-decided': 'givenUp',
  },
  'record-replacement': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force suspended expired',
    'permit-not-valid': '*taken cancelled terminated',
    'license-closed': 'closed',
  },
  'record-permit-return': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    'nothing-to-return': '*in-force suspended revoked setAside permitWithdrawn expired cancelled terminated',
    'license-closed': 'closed',
    allowed: 'paperDue',
  },
  'record-termination': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-kind-mismatch':
      '*reissues *reports *decided draft signed handedIn submitted correction accepted deemed expertReview',
    'license-closed': 'closed',
    'filing-not-granted': 'terminationAccepted publicNotice terminated',
    allowed: 'terminationGranted',
  },
  'record-publication': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    'filing-kind-mismatch': '*reports *decided draft signed handedIn submitted correction accepted deemed expertReview',
    'license-closed': 'closed',
    allowed: 'terminationAccepted',
    'filing-not-submitted': 'publicNotice terminationGranted terminated',
    'filing-not-in-preparation': '*reissues',
  },
  'record-flag': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'record-company-fact': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'answer-operator-question': {
    'license-not-found': 'none',
    'obligation-not-found': '*open',
    'license-closed': 'closed',
  },
  'acknowledge-notice': {
    'license-not-found': 'none',
    'obligation-not-found': '*open',
    'license-closed': 'closed',
  },
  'snooze-notice': {
    'license-not-found': 'none',
    'obligation-not-found': '*open',
    'license-closed': 'closed',
  },
  'propose-waiver': {
    'license-not-found': 'none',
    'obligation-not-found': '*open',
    'license-closed': 'closed',
  },
  'approve-waiver': {
    'license-not-found': 'none',
    'waiver-not-proposed': '*open',
    'license-closed': 'closed',
  },
  'clear-attention': {
    'license-not-found': 'none',
    'attention-not-found': '*open closed',
  },
  'adopt-calendar': {
    'license-not-found': 'none',
    nothing: '*open closed',
  },
  'adopt-rulebook': {
    'license-not-found': 'none',
    nothing: '*open closed',
  },
  'adopt-readings': {
    'license-not-found': 'none',
    nothing: '*open closed',
  },
  'mark-simulated': {
    'license-not-found': 'none',
    allowed: '*open',
    nothing: 'closed',
  },
  'close-license': {
    'license-not-found': 'none',
    allowed: '*taken opened refused notAccepted withdrawn expired cancelled terminated',
    'filing-open':
      'draft signed handedIn submitted correction accepted deemed expertReview granted renewalGranted changeGranted reportDraft reportSubmitted reportReturned terminationAccepted publicNotice terminationGranted reissueSubmitted',
    'permit-still-valid': 'issued suspended reportFiled reissued givenUp misentered',
    'license-closed': 'closed',
  },
  'erase-texts': {
    'license-not-found': 'none',
    allowed: '*open closed',
  },
  'erase-files': {
    'license-not-found': 'none',
    'file-not-found': '*open closed',
  },
  'wake-up': {
    'license-not-found': 'none',
    nothing: '*open closed',
  },
  'start-operation': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'stop-operation': {
    'license-not-found': 'none',
    'operation-not-found': '*open',
    'license-closed': 'closed',
  },
  'correct-operation': {
    'license-not-found': 'none',
    'operation-not-found': '*open',
    'license-closed': 'closed',
  },
  'state-income': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'announce-inspection': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'record-inspection': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'answer-inspection': {
    'license-not-found': 'none',
    'inspection-not-found': '*open',
    'license-closed': 'closed',
  },
  'note-site-visit': {
    'license-not-found': 'none',
    'filing-not-found': '*no-filing',
    allowed:
      'handedIn submitted correction accepted deemed expertReview publicNotice reissueSubmitted terminationAccepted',
    'filing-not-under-review': 'draft signed *decided *reports reissued terminated terminationGranted',
    'license-closed': 'closed',
  },
  'record-condition': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force *taken suspended expired cancelled terminated',
    'license-closed': 'closed',
  },
  'meet-condition': {
    'license-not-found': 'none',
    'condition-not-found': '*open',
    'license-closed': 'closed',
  },
  'record-companion': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
  'renew-companion': {
    'license-not-found': 'none',
    'companion-not-found': '*open',
    'license-closed': 'closed',
  },
  'record-companion-report': {
    'license-not-found': 'none',
    'companion-not-found': '*open',
    'license-closed': 'closed',
  },
  'end-companion': {
    'license-not-found': 'none',
    'companion-not-found': '*open',
    'license-closed': 'closed',
  },
  'authorize-subsidiary': {
    'license-not-found': 'none',
    'permit-not-issued': '*unissued',
    allowed: '*in-force *taken suspended expired cancelled terminated',
    'license-closed': 'closed',
  },
  'end-subsidiary': {
    'license-not-found': 'none',
    'subsidiary-not-found': '*open',
    'license-closed': 'closed',
  },
  'confirm-duty': {
    'license-not-found': 'none',
    allowed: '*open',
    'license-closed': 'closed',
  },
};

function expected(type: LicenseCommandType): Record<string, string> {
  const rows = Object.entries(table[type]).flatMap(([outcome, names]) =>
    names
      .split(' ')
      .flatMap((name) => (groups[name] ?? name).split(' ').map((situation) => [situation, outcome] as const)),
  );
  if (new Set(rows.map(([situation]) => situation)).size !== rows.length)
    throw new Error(`a situation stands twice for ${type}`);
  return Object.fromEntries(rows);
}

/** What a command comes to: its events, or its refusal. Anything else that is thrown fails the spec. */
function tried(state: LicenseState | null, type: LicenseCommandType): LicenseEvent[] | DomainError {
  const filingId = Object.values(state?.filings ?? {}).at(-1)?.id ?? 'new-1';
  try {
    return decide(
      state,
      { type, validOn: day, data: samples[type](state, filingId) } as LicenseCommand,
      aContext(day, approver),
    );
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function outcomeOf(state: LicenseState | null, type: LicenseCommandType): string {
  const outcome = tried(state, type);
  if (outcome instanceof DomainError) return outcome.code;
  return outcome.length > 0 ? 'allowed' : 'nothing';
}

describe('a command in every state', () => {
  const states = Object.fromEntries(Object.entries(situations).map(([name, build]) => [name, build()]));

  it.each(Object.keys(table) as LicenseCommandType[])('%s', (type) => {
    const outcomes = Object.fromEntries(Object.entries(states).map(([name, state]) => [name, outcomeOf(state, type)]));
    expect(outcomes).toEqual(expected(type));
  });

  it('is refused with a permanent code and a way out', () => {
    const refusals = (Object.keys(table) as LicenseCommandType[])
      .flatMap((type) => Object.values(states).map((state) => tried(state, type)))
      .filter((outcome) => outcome instanceof DomainError);
    expect(refusals.length).toBeGreaterThan(400);
    for (const { code, details } of refusals) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(details.remedy).toMatch(/\w+/);
    }
  });
});
