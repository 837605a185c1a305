import { aLicense, anOpening, aPermit, approver, aText, Desk, law, people } from '../../test/support/builders.js';
import type { LicenseCommandData, LicenseCommandType } from './commands.js';

const day = '2026-03-02';
const before = '2026-03-01';
const last = { validFrom: '2024-01-10', printedLastDay: '2029-01-09' };
const none = { period: null, answers: [], plannedOn: null };
const held = () => Desk.holds(day, last);
const submitted = () => aLicense(day).prepares().submits();
const accepted = () => submitted().accepted();
const deemed = () => submitted().until('2026-03-20');
const two = { ...last, serviceTypes: ['B24', 'B25'] };

type Follows = {
  [T in LicenseCommandType]: [
    what: string,
    desk: () => Desk,
    type: T,
    data: LicenseCommandData[T],
    events: string[],
    how?: Parameters<Desk['does']>[2],
  ];
}[LicenseCommandType];

const cases: Follows[] = [
  [
    'the first filing',
    () => aLicense(day),
    'open-filing',
    { kind: 'new', ...none, plannedOn: '2026-03-09' },
    [
      '2026-03-02 filing-opened {"filingId":"new-1","kind":"new","period":null,"answers":[],"serviceTypes":null,"plannedOn":"2026-03-09"}',
    ],
  ],
  [
    'the second filing of a kind',
    () =>
      aLicense(day)
        .does('open-filing', { kind: 'new', ...none })
        .does('withdraw-filing', { filingId: 'new-1', withdrawnOn: day }),
    'open-filing',
    { kind: 'new', ...none },
    [
      '2026-03-02 filing-opened {"filingId":"new-2","kind":"new","period":null,"answers":[],"serviceTypes":null,"plannedOn":null}',
    ],
  ],
  [
    'a report',
    held,
    'open-filing',
    { kind: 'annual-report', ...none, period: '2026' },
    [
      '2026-03-02 filing-opened {"filingId":"annual-report-2026","kind":"annual-report","period":"2026","answers":[],"serviceTypes":null,"plannedOn":null}',
    ],
  ],
  [
    'a report once more',
    () =>
      held()
        .does('open-filing', { kind: 'annual-report', ...none, period: '2026' })
        .does('withdraw-filing', { filingId: 'annual-report-2026', withdrawnOn: day }),
    'open-filing',
    { kind: 'annual-report', ...none, period: '2026' },
    [
      '2026-03-02 filing-opened {"filingId":"annual-report-2026-2","kind":"annual-report","period":"2026","answers":[],"serviceTypes":null,"plannedOn":null}',
    ],
  ],
  [
    'a renewal of a type',
    () => Desk.holds(day, two),
    'open-filing',
    { kind: 'renewal', ...none, serviceTypes: ['B25'] },
    [
      '2026-03-02 filing-opened {"filingId":"renewal-1","kind":"renewal","period":null,"answers":[],"serviceTypes":["B25"],"plannedOn":null}',
    ],
  ],
  [
    'a submission',
    () => aLicense(day).prepares(),
    'submit-filing',
    { filingId: 'new-1' },
    [
      '2026-03-02 filing-submitted {"filingId":"new-1","round":1,"packHash":"725c86f24a18410975cea2a3bd6a0a5d0ff8a8a97c6e48cff6ad75b6017b7c8b"}',
    ],
  ],
  [
    'a receipt',
    () => aLicense(day).prepares().does('submit-filing', { filingId: 'new-1' }),
    'record-receipt',
    { filingId: 'new-1', receivedOn: day, number: 'R-1' },
    ['2026-03-02 receipt-recorded {"filingId":"new-1","round":1,"receivedOn":"2026-03-02","number":"R-1"}'],
  ],
  [
    'a correction notice',
    submitted,
    'record-correction-notice',
    {
      filingId: 'new-1',
      noticedOn: day,
      dueOn: '2026-03-09',
      number: 'N-1',
      items: [
        { requirementId: null, text: aText },
        { requirementId: 'business-license', text: null },
      ],
    },
    [
      '2026-03-02 correction-requested {"filingId":"new-1","round":1,"noticedOn":"2026-03-02","dueOn":"2026-03-09","number":"N-1","items":[{"id":"r1-1","requirementId":null,"text":"…"},{"id":"r1-2","requirementId":"business-license","text":null}]}',
    ],
  ],
  [
    'a correction notice in silence',
    deemed,
    'record-correction-notice',
    {
      filingId: 'new-1',
      noticedOn: '2026-03-09',
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    },
    [
      '2026-03-09 deemed-acceptance-retracted {"filingId":"new-1","deemedSeq":19,"wrongNotices":[]}',
      '2026-03-09 correction-requested {"filingId":"new-1","round":1,"noticedOn":"2026-03-09","dueOn":null,"number":null,"items":[{"id":"r1-1","requirementId":null,"text":"…"}]}',
    ],
  ],
  [
    'a correction notice after silence',
    deemed,
    'record-correction-notice',
    {
      filingId: 'new-1',
      noticedOn: '2026-03-10',
      dueOn: null,
      number: null,
      items: [{ requirementId: null, text: aText }],
    },
    [
      '2026-03-10 deemed-acceptance-retracted {"filingId":"new-1","deemedSeq":19,"wrongNotices":[]}',
      '2026-03-10 attention-raised {"reason":"notice-after-silence","about":"new-1"}',
      '2026-03-10 correction-requested {"filingId":"new-1","round":1,"noticedOn":"2026-03-10","dueOn":null,"number":null,"items":[{"id":"r1-1","requirementId":null,"text":"…"}]}',
    ],
  ],
  [
    'an acceptance',
    submitted,
    'record-acceptance',
    { filingId: 'new-1', acceptedOn: day, number: 'A-1' },
    ['2026-03-02 filing-accepted {"filingId":"new-1","acceptedOn":"2026-03-02","number":"A-1"}'],
  ],
  [
    'a confirmed silence',
    deemed,
    'confirm-deemed-acceptance',
    { filingId: 'new-1' },
    ['2026-03-20 deemed-acceptance-confirmed {"filingId":"new-1"}'],
  ],
  [
    'a non-acceptance',
    submitted,
    'record-non-acceptance',
    { filingId: 'new-1', decidedOn: day, servedOn: null, number: 'N-1', reason: aText },
    [
      '2026-03-02 filing-not-accepted {"filingId":"new-1","decidedOn":"2026-03-02","servedOn":"2026-03-02","number":"N-1","reason":"…"}',
    ],
  ],
  [
    'a non-acceptance in silence',
    deemed,
    'record-non-acceptance',
    { filingId: 'new-1', decidedOn: '2026-03-09', servedOn: '2026-03-10', number: null, reason: null },
    [
      '2026-03-09 deemed-acceptance-retracted {"filingId":"new-1","deemedSeq":19,"wrongNotices":[]}',
      '2026-03-09 filing-not-accepted {"filingId":"new-1","decidedOn":"2026-03-09","servedOn":"2026-03-10","number":null,"reason":null}',
    ],
  ],
  [
    'a grant',
    accepted,
    'record-grant',
    { filingId: 'new-1', grantedOn: day, number: 'G-1' },
    [
      '2026-03-02 filing-granted {"filingId":"new-1","grantedOn":"2026-03-02","servedOn":"2026-03-02","number":"G-1","refusedTypes":[]}',
    ],
  ],
  [
    'a grant in part',
    () => Desk.holds(day, two).prepares({ kind: 'renewal' }).submits().accepted(),
    'record-grant',
    { filingId: 'renewal-1', grantedOn: day, servedOn: day, number: null, refusedTypes: ['B25'] },
    [
      '2026-03-02 filing-granted {"filingId":"renewal-1","grantedOn":"2026-03-02","servedOn":"2026-03-02","number":null,"refusedTypes":["B25"]}',
    ],
  ],
  [
    'a refusal',
    accepted,
    'record-refusal',
    { filingId: 'new-1', refusedOn: day, servedOn: day, number: 'X', falseMaterial: true, reason: aText },
    [
      '2026-03-02 filing-refused {"filingId":"new-1","refusedOn":"2026-03-02","servedOn":"2026-03-02","number":"X","falseMaterial":true,"reason":"…"}',
    ],
  ],
  [
    'a permit',
    () => accepted().granted(),
    'record-permit',
    { filingId: 'new-1', permit: aPermit(), issuedOn: day },
    [
      '2026-03-02 permit-issued {"filingId":"new-1","permit":{"number":"沪B2-20260001","validFrom":"2026-06-01","printedLastDay":"2031-05-31","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}},"computedLastDay":"2031-05-31","issuedOn":"2026-03-02"}',
    ],
  ],
  [
    'a permit with the same day of the fifth year',
    () => accepted().granted(),
    'record-permit',
    { filingId: 'new-1', permit: aPermit({ printedLastDay: '2031-06-01' }), issuedOn: day },
    [
      '2026-03-02 permit-issued {"filingId":"new-1","permit":{"number":"沪B2-20260001","validFrom":"2026-06-01","printedLastDay":"2031-06-01","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}},"computedLastDay":"2031-05-31","issuedOn":"2026-03-02"}',
    ],
  ],
  [
    'a permit with another end',
    () => accepted().granted(),
    'record-permit',
    { filingId: 'new-1', permit: aPermit({ printedLastDay: '2031-05-30' }), issuedOn: day },
    [
      '2026-03-02 permit-issued {"filingId":"new-1","permit":{"number":"沪B2-20260001","validFrom":"2026-06-01","printedLastDay":"2031-05-30","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}},"computedLastDay":"2031-05-31","issuedOn":"2026-03-02"}',
      '2026-03-02 attention-raised {"reason":"permit-end-differs","about":"permit"}',
    ],
  ],
  [
    'a renewed permit',
    () => held().prepares({ kind: 'renewal' }).submits().accepted().granted(),
    'record-permit',
    {
      filingId: 'renewal-1',
      permit: aPermit({ validFrom: '2029-01-10', printedLastDay: '2034-01-09' }),
      issuedOn: day,
    },
    [
      '2026-03-02 permit-renewed {"filingId":"renewal-1","permit":{"number":"沪B2-20260001","validFrom":"2029-01-10","printedLastDay":"2034-01-09","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}},"computedLastDay":"2034-01-09","issuedOn":"2026-03-02"}',
    ],
  ],
  [
    'a renewed permit that overlaps',
    () => held().prepares({ kind: 'renewal' }).submits().accepted().granted(),
    'record-permit',
    {
      filingId: 'renewal-1',
      permit: aPermit({ validFrom: '2029-01-09', printedLastDay: '2034-01-08' }),
      issuedOn: day,
    },
    [
      '2026-03-02 permit-renewed {"filingId":"renewal-1","permit":{"number":"沪B2-20260001","validFrom":"2029-01-09","printedLastDay":"2034-01-08","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}},"computedLastDay":"2034-01-08","issuedOn":"2026-03-02"}',
      '2026-03-02 attention-raised {"reason":"permit-start-differs","about":"permit"}',
    ],
  ],
  [
    'an amended permit',
    () => held().prepares({ kind: 'change' }).submits().accepted().granted(),
    'record-permit',
    { filingId: 'change-1', permit: aPermit(last), issuedOn: day },
    [
      '2026-03-02 permit-amended {"filingId":"change-1","amendedOn":"2026-03-02","permit":{"number":"沪B2-20260001","validFrom":"2024-01-10","printedLastDay":"2029-01-09","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}}}',
    ],
  ],
  [
    'an amended permit with another end',
    () => held().prepares({ kind: 'change' }).submits().accepted().granted(),
    'record-permit',
    { filingId: 'change-1', permit: aPermit({ ...last, printedLastDay: '2029-01-10' }), issuedOn: day },
    [
      '2026-03-02 permit-amended {"filingId":"change-1","amendedOn":"2026-03-02","permit":{"number":"沪B2-20260001","validFrom":"2024-01-10","printedLastDay":"2029-01-10","serviceTypes":["B24"],"coverage":{"kind":"province","provinces":["sh"]}}}',
      '2026-03-02 attention-raised {"reason":"permit-end-differs","about":"permit"}',
    ],
  ],
  [
    'a new paper',
    () => held().prepares({ kind: 'reissue' }).submits(),
    'record-permit',
    { filingId: 'reissue-1', permit: aPermit(last), issuedOn: day },
    ['2026-03-02 permit-reissued {"filingId":"reissue-1","issuedOn":"2026-03-02","number":"沪B2-20260001"}'],
  ],
  [
    'a permit revoked',
    held,
    'record-revocation',
    { outcome: 'revoked', revokedOn: day, servedOn: day, number: 'X', returnPaper: { dueOn: '2026-03-20' } },
    [
      '2026-03-02 permit-revoked {"on":"2026-03-02","servedOn":"2026-03-02","number":"X","returnPaper":{"dueOn":"2026-03-20"}}',
      '2026-03-02 attention-raised {"reason":"credit-list-expected","about":"dishonest-list"}',
    ],
  ],
  [
    'a permit set aside',
    held,
    'record-revocation',
    { outcome: 'set-aside', revokedOn: day, number: null, byFraud: true },
    [
      '2026-03-02 permit-set-aside {"on":"2026-03-02","servedOn":"2026-03-02","number":null,"returnPaper":null,"byFraud":true}',
    ],
  ],
  [
    'a permit withdrawn',
    held,
    'record-revocation',
    { outcome: 'withdrawn', revokedOn: day, number: null },
    ['2026-03-02 permit-withdrawn {"on":"2026-03-02","servedOn":"2026-03-02","number":null,"returnPaper":null}'],
  ],
  [
    'a revocation of a company that is listed',
    () => held().does('record-flag', { flag: 'dishonest-list', listed: true, on: day }),
    'record-revocation',
    { outcome: 'revoked', revokedOn: day, number: null },
    ['2026-03-02 permit-revoked {"on":"2026-03-02","servedOn":"2026-03-02","number":null,"returnPaper":null}'],
  ],
  [
    'a cancellation',
    held,
    'record-cancellation',
    { cancelledOn: before, number: 'C', returnPaper: { dueOn: before } },
    ['2026-03-01 permit-cancelled {"cancelledOn":"2026-03-01","number":"C","returnPaper":{"dueOn":"2026-03-01"}}'],
  ],
  [
    'a termination',
    () => held().prepares({ kind: 'termination' }).submits().accepted().published().granted(),
    'record-termination',
    { filingId: 'termination-1', endedOn: day, number: 'T', returnPaper: { dueOn: null } },
    [
      '2026-03-02 permit-terminated {"filingId":"termination-1","endedOn":"2026-03-02","number":"T","returnPaper":{"dueOn":null}}',
    ],
  ],
  [
    'a termination of a type',
    () =>
      Desk.holds(day, two)
        .prepares({ kind: 'termination', serviceTypes: ['B25'] })
        .submits()
        .accepted()
        .published()
        .granted(),
    'record-termination',
    { filingId: 'termination-1', endedOn: day, number: 'T' },
    [
      '2026-03-02 services-terminated {"filingId":"termination-1","endedOn":"2026-03-02","number":"T","serviceTypes":["B25"]}',
    ],
  ],
  [
    'a termination of each type',
    () =>
      Desk.holds(day, two)
        .prepares({ kind: 'termination', serviceTypes: ['B24', 'B25'] })
        .submits()
        .accepted()
        .published()
        .granted(),
    'record-termination',
    { filingId: 'termination-1', endedOn: day, number: null },
    [
      '2026-03-02 permit-terminated {"filingId":"termination-1","endedOn":"2026-03-02","number":null,"returnPaper":null}',
    ],
  ],
  [
    'a decision to let the permit end',
    () => Desk.holds(day, two),
    'decide-non-renewal',
    { decidedOn: before, serviceTypes: null, reason: aText },
    ['2026-03-01 non-renewal-decided {"decidedOn":"2026-03-01","serviceTypes":["B24","B25"],"reason":"…"}'],
  ],
  [
    'a decision to let a type end',
    () => Desk.holds(day, two),
    'decide-non-renewal',
    { decidedOn: before, serviceTypes: ['B25'], reason: null },
    ['2026-03-01 non-renewal-decided {"decidedOn":"2026-03-01","serviceTypes":["B25"],"reason":null}'],
  ],
  [
    'a service',
    () => Desk.holds(day, last, { opened: [] }),
    'open-service',
    { serviceType: 'B24', openedOn: day, evidence: aText, violation: false },
    ['2026-03-02 service-opened {"serviceType":"B24","openedOn":"2026-03-02","evidence":"…","violation":false}'],
  ],
  [
    'a service from the first day on',
    () => Desk.holds(day, last, { opened: [] }),
    'open-service',
    { serviceType: 'B24', openedOn: '2024-01-10', evidence: null, violation: false },
    ['2024-01-10 service-opened {"serviceType":"B24","openedOn":"2024-01-10","evidence":null,"violation":false}'],
  ],
  [
    'a service without a permit',
    () => aLicense(day),
    'open-service',
    { serviceType: 'B24', openedOn: day, evidence: aText, violation: true },
    [
      '2026-03-02 service-opened {"serviceType":"B24","openedOn":"2026-03-02","evidence":"…","violation":true}',
      '2026-03-02 attention-raised {"reason":"operating-without-permit","about":"B24"}',
    ],
  ],
  [
    'an end decided',
    () => Desk.holds(day, { ...last, printedLastDay: '2029-01-01' }),
    'decide-permit-end',
    { lastDay: '2029-01-01', reason: aText },
    ['2026-03-02 permit-end-decided {"lastDay":"2029-01-01","reason":"…"}'],
  ],
  [
    'a company that moves to another city',
    held,
    'record-company-fact',
    { change: null, facts: { city: '上海市' }, companySeq: 2 },
    ['2026-03-02 company-fact-recorded {"change":null,"facts":{"city":"上海市"},"companySeq":2}'],
  ],
  [
    'a company that takes in foreign shares',
    held,
    'record-company-fact',
    { change: null, facts: { foreignShare: 10 }, companySeq: 2 },
    [
      '2026-03-02 company-fact-recorded {"change":null,"facts":{"foreignShare":10},"companySeq":2}',
      '2026-03-02 authority-moved {"authority":"MIIT","office":"MIIT"}',
    ],
  ],
  [
    'a flag',
    held,
    'record-flag',
    { flag: 'dishonest-list', listed: true, on: before },
    ['2026-03-01 company-flag-listed {"flag":"dishonest-list","on":"2026-03-01","companySeq":null}'],
  ],
  [
    'a flag that the fan-out brings',
    held,
    'record-flag',
    { flag: 'bad-list', listed: false, on: before, companySeq: 3 },
    ['2026-03-01 company-flag-cleared {"flag":"bad-list","on":"2026-03-01","companySeq":3}'],
  ],
  ['a flag that is not set', held, 'record-flag', { flag: 'bad-list', listed: false, on: before }, []],
  [
    'a time that is over',
    held,
    'start-operation',
    { serviceType: 'B24', province: 'sh', startedOn: before, stoppedOn: day, evidence: aText },
    [
      '2026-03-01 operation-started {"operationId":"operation-1","serviceType":"B24","province":"sh","startedOn":"2026-03-01","evidence":"…"}',
      '2026-03-02 operation-stopped {"operationId":"operation-1","stoppedOn":"2026-03-02","evidence":null}',
    ],
  ],
  [
    'a time right after another',
    () =>
      held().does('start-operation', {
        serviceType: 'B24',
        province: 'sh',
        startedOn: '2026-02-01',
        stoppedOn: before,
        evidence: null,
      }),
    'start-operation',
    { serviceType: 'B24', province: 'sh', startedOn: day, stoppedOn: null, evidence: null },
    [
      '2026-03-02 operation-started {"operationId":"operation-2","serviceType":"B24","province":"sh","startedOn":"2026-03-02","evidence":null}',
    ],
  ],
  [
    'the same service elsewhere',
    () =>
      held().does('start-operation', {
        serviceType: 'B24',
        province: 'sh',
        startedOn: day,
        stoppedOn: null,
        evidence: null,
      }),
    'start-operation',
    { serviceType: 'B24', province: 'bj', startedOn: day, stoppedOn: null, evidence: null },
    [
      '2026-03-02 operation-started {"operationId":"operation-2","serviceType":"B24","province":"bj","startedOn":"2026-03-02","evidence":null}',
    ],
  ],
  [
    'a correction to the same days',
    () =>
      held().does('start-operation', {
        serviceType: 'B24',
        province: 'sh',
        startedOn: day,
        stoppedOn: null,
        evidence: null,
      }),
    'correct-operation',
    { operationId: 'operation-1', period: { startedOn: day, stoppedOn: null }, reason: aText },
    [],
  ],
  [
    'a correction to another day',
    () =>
      held().does('start-operation', {
        serviceType: 'B24',
        province: 'sh',
        startedOn: day,
        stoppedOn: null,
        evidence: null,
      }),
    'correct-operation',
    { operationId: 'operation-1', period: { startedOn: before, stoppedOn: null }, reason: aText },
    [
      '2026-03-02 entry-correction-proposed {"seq":5,"member":"period","from":{"startedOn":"2026-03-02","stoppedOn":null},"to":{"startedOn":"2026-03-01","stoppedOn":null},"reason":"…"}',
    ],
  ],
  [
    'a word that it never ran',
    () =>
      held().does('start-operation', {
        serviceType: 'B24',
        province: 'sh',
        startedOn: day,
        stoppedOn: null,
        evidence: null,
      }),
    'correct-operation',
    { operationId: 'operation-1', period: null, reason: aText },
    [
      '2026-03-02 entry-correction-proposed {"seq":5,"member":"period","from":{"startedOn":"2026-03-02","stoppedOn":null},"to":null,"reason":"…"}',
    ],
  ],
  ['the same people', held, 'assign-people', { people }, []],
  [
    'another manager',
    held,
    'assign-people',
    { people: { ...people, manager: 'p' } },
    ['2026-03-02 people-assigned {"people":{"owner":"person-owner","deputy":"person-deputy","manager":"p"}}'],
  ],
  [
    'another deputy',
    held,
    'assign-people',
    { people: { ...people, deputy: 'p' } },
    ['2026-03-02 people-assigned {"people":{"owner":"person-owner","deputy":"p","manager":"person-manager"}}'],
  ],
  [
    'another owner',
    held,
    'assign-people',
    { people: { ...people, owner: 'p' } },
    ['2026-03-02 people-assigned {"people":{"owner":"p","deputy":"person-deputy","manager":"person-manager"}}'],
  ],
  [
    'a leaving owner',
    held,
    'hand-over',
    { from: people.owner, to: null },
    [
      '2026-03-02 people-assigned {"people":{"owner":"person-deputy","deputy":"person-deputy","manager":"person-manager"}}',
    ],
  ],
  [
    'a leaving deputy',
    held,
    'hand-over',
    { from: people.deputy, to: null },
    [
      '2026-03-02 people-assigned {"people":{"owner":"person-owner","deputy":"person-manager","manager":"person-manager"}}',
    ],
  ],
  [
    'a leaving manager',
    held,
    'hand-over',
    { from: people.manager, to: 'p' },
    ['2026-03-02 people-assigned {"people":{"owner":"person-owner","deputy":"person-deputy","manager":"p"}}'],
  ],
  ['a leaving stranger', held, 'hand-over', { from: 'p', to: ' ' }, []],
  [
    'an absence of a day',
    held,
    'tell-absence',
    { absenceId: 'a', person: 'p', from: day, until: day, calledOff: false, houseSeq: 1 },
    [
      '2026-03-02 absence-told {"absenceId":"a","person":"p","from":"2026-03-02","until":"2026-03-02","calledOff":false,"houseSeq":1}',
    ],
  ],
  [
    'an absence that was never told, called off',
    held,
    'tell-absence',
    { absenceId: 'a', person: 'p', from: day, until: day, calledOff: true, houseSeq: 1 },
    [],
  ],
  [
    'a ladder that is chosen already',
    () => held().does('choose-ladder', { kind: 'renewal', offsets: [45], reason: aText }),
    'choose-ladder',
    { kind: 'renewal', offsets: [45], reason: aText },
    [],
  ],
  [
    'a longer ladder',
    () => held().does('choose-ladder', { kind: 'renewal', offsets: [45], reason: aText }),
    'choose-ladder',
    { kind: 'renewal', offsets: [45, 10], reason: aText },
    ['2026-03-02 ladder-chosen {"kind":"renewal","offsets":[45,10],"reason":"…"}'],
  ],
  [
    'a house ladder once more',
    () => held().does('adopt-ladder', { kind: 'renewal', offsets: [45], houseSeq: 2 }),
    'adopt-ladder',
    { kind: 'renewal', offsets: [30], houseSeq: 2 },
    [],
  ],
  [
    'a newer house ladder',
    () => held().does('adopt-ladder', { kind: 'renewal', offsets: [45], houseSeq: 2 }),
    'adopt-ladder',
    { kind: 'renewal', offsets: [30], houseSeq: 3 },
    ['2026-03-02 house-ladder-adopted {"kind":"renewal","offsets":[30],"houseSeq":3}'],
  ],
  ['readings that the license knows', held, 'adopt-readings', { readings: {}, houseSeq: 0 }, []],
  [
    'readings told again for another authority',
    held,
    'adopt-readings',
    { readings: {}, houseSeq: 1, authority: 'bj' },
    [],
  ],
  [
    'an inspection with findings',
    held,
    'record-inspection',
    {
      inspectionId: null,
      kind: 'paper',
      heldOn: day,
      officials: 1,
      number: 'I',
      findings: [aText, aText],
      answerDueOn: day,
    },
    [
      '2026-03-02 inspection-held {"inspectionId":"inspection-1","kind":"paper","heldOn":"2026-03-02","officials":1,"number":"I","answerDueOn":"2026-03-02","findings":[{"id":"1","text":"…"},{"id":"2","text":"…"}]}',
    ],
  ],
  [
    'a certificate',
    held,
    'record-companion',
    { companion: 'number-certificate-95', number: ' ９５ 123', holder: aText, validFrom: day, lastDay: day },
    [
      '2026-03-02 companion-recorded {"companionId":"companion-1","companion":"number-certificate-95","number":"95123","holder":"…","validFrom":"2026-03-02","lastDay":"2026-03-02"}',
    ],
  ],
  [
    'a subsidiary',
    held,
    'authorize-subsidiary',
    {
      name: 'S',
      uscc: '91310000MA1FL0000N',
      percent: 51,
      serviceTypes: ['B24'],
      provinces: ['sh'],
      approvedOn: day,
      shownOnPermit: true,
    },
    [
      '2026-03-02 subsidiary-authorized {"subsidiaryId":"subsidiary-1","name":"S","uscc":"91310000MA1FL0000N","percent":51,"serviceTypes":["B24"],"provinces":["sh"],"approvedOn":"2026-03-02","shownOnPermit":true}',
    ],
  ],
  [
    'a correction of an entry',
    () => held().does('propose-correction', { seq: 2, member: 'permit.validFrom', to: '2024-01-11', reason: aText }),
    'approve-correction',
    { seq: 2, member: 'permit.validFrom' },
    [
      '2026-03-02 entry-corrected {"seq":2,"changes":[{"member":"permit.validFrom","from":"2024-01-10","to":"2024-01-11"},{"member":"computedLastDay","from":"2029-01-09","to":"2029-01-10"}],"proposedBy":"person-owner"}',
      '2026-03-02 attention-raised {"reason":"permit-end-differs","about":"permit"}',
    ],
    { by: approver },
  ],
];

/** `day type {data}` of each event that follows, in order. */
const follows = (desk: Desk, type: LicenseCommandType, data: unknown, how?: Parameters<Desk['does']>[2]): string[] =>
  desk
    .decides(type, data as never, how)
    .map(
      (event) =>
        `${event.validOn} ${event.type} ${JSON.stringify(event.data).replaceAll(JSON.stringify(aText), '"…"')}`,
    );

describe('what follows, whole and in order, from', () => {
  it.each(cases)('%s', (...[, desk, type, data, events, how]) => {
    expect(follows(desk(), type, data, how)).toEqual(events);
  });
});

describe('a license opens', () => {
  it('with what is told, the authority that decides and a code in its usual form', () => {
    const told = anOpening({ company: { ...anOpening().company, uscc: ' 91310000ma1fl0000n ' } });
    expect(Desk.on(day).decides('open-license', told)).toEqual([
      {
        type: 'license-opened',
        v: 1,
        validOn: day,
        data: { ...anOpening(), authority: 'sh', office: 'sh' },
      },
    ]);
  });

  it('with a permit held, and with what nobody knows about it', () => {
    const permit = aPermit({ validFrom: '2024-01-10', printedLastDay: '2029-01-01', serviceTypes: ['B24', 'B25'] });
    const { companyId, company, companySeq } = anOpening();
    const pins = { pack: law.pack.id, calendar: law.calendar.id };
    const opened = [
      { serviceType: 'B24', openedOn: '2024-01-10' },
      { serviceType: 'B25', openedOn: null },
    ];
    const data = { companyId, company, companySeq, people, pins, permit, opened };
    const rest = { grantedOn: null, reportsFiled: ['2025', '2026'], unknown: ['grantedOn', 'more'] };
    expect(Desk.on(day).decides('register-permit', { ...data, ...rest })).toEqual([
      expect.objectContaining({ type: 'license-opened', validOn: day }),
      {
        type: 'permit-registered',
        v: 1,
        validOn: day,
        data: {
          permit,
          computedLastDay: '2029-01-09',
          opened,
          ...rest,
          unknown: ['grantedOn', 'more', 'opened.B25.openedOn'],
        },
      },
      { type: 'attention-raised', v: 1, validOn: day, data: { reason: 'permit-end-differs', about: 'permit' } },
    ]);
  });
});
