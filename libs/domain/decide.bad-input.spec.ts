import {
  aCompany,
  aContext,
  aLicense,
  anOpening,
  aPermit,
  approver,
  aText,
  Desk,
  given,
  law,
  people,
  refusal,
} from '../../test/support/builders.js';
import type { LicenseCommand } from './commands.js';
import type { CompanyFacts } from './company.js';
import { decide } from './decide.js';

const day = '2026-03-02';
const tomorrow = '2026-03-03';

const opening = (data: Parameters<typeof anOpening>[0]) =>
  refusal(() => decide(null, { type: 'open-license', validOn: day, data: anOpening(data) }, aContext(day)));

describe('open-license refuses', () => {
  const company = (facts: Partial<CompanyFacts>) => ({ company: aCompany(facts) });
  const holder = (percent: number, foreign = false) => ({ kind: 'company' as const, name: '甲', percent, foreign });

  it.each([
    ['a credit code that is too short', company({ uscc: '9131' }), 'invalid-uscc', '/company/uscc'],
    [
      'a credit code with a letter outside its alphabet',
      company({ uscc: '91310000MA1FLO000N' }),
      'invalid-uscc',
      '/company/uscc',
    ],
    [
      'a credit code whose check character does not fit',
      company({ uscc: '91310000MA1FL00001' }),
      'invalid-uscc',
      '/company/uscc',
    ],
    ['an unknown province of registration', company({ province: 'xx' }), 'unknown-province', '/company/province'],
    ['the ministry as a province', company({ province: 'MIIT' }), 'unknown-province', '/company/province'],
    [
      'capital in parts of a yuan',
      company({ registeredCapital: 0.5 }),
      'invalid-capital',
      '/company/registeredCapital',
    ],
    ['a foreign share above the whole', company({ foreignShare: 101 }), 'invalid-percent', '/company/foreignShare'],
    ['a company founded tomorrow', company({ establishedOn: tomorrow }), 'date-in-future', '/company/establishedOn'],
    ['a company without a name', company({ name: ' ' }), 'company-name-missing', '/company/name'],
    [
      'shares above the whole',
      company({ shareholders: [holder(60), holder(60)] }),
      'shareholders-do-not-add-up',
      '/company/shareholders',
    ],
    [
      'shares below the whole',
      company({ shareholders: [holder(60)] }),
      'shareholders-do-not-add-up',
      '/company/shareholders',
    ],
    [
      'a shareholder without a share',
      company({ shareholders: [holder(100), holder(0)] }),
      'invalid-percent',
      '/company/shareholders/1/percent',
    ],
    [
      'foreign shareholders of a company without a foreign share',
      company({ shareholders: [holder(100, true)] }),
      'foreign-share-too-low',
      '/company/foreignShare',
    ],
    ['an unknown service type', { serviceTypes: ['B24', 'B99'] }, 'unknown-service-type', '/serviceTypes/1'],
    ['a service type twice', { serviceTypes: ['B24', 'B24'] }, 'duplicate-service-type', '/serviceTypes/1'],
    ['no service type', { serviceTypes: [] }, 'service-types-missing', '/serviceTypes'],
    [
      'an unknown province of coverage',
      { coverage: { kind: 'province', provinces: ['zz'] } },
      'unknown-province',
      '/coverage/provinces/0',
    ],
    ['nobody as the deputy', { people: { ...people, deputy: '' } }, 'people-missing', '/people/deputy'],
    ['a pin that is not loaded', { pins: { pack: law.pack.id, calendar: 'cn-2099.1' } }, 'law-not-loaded', '/pins'],
  ] as const)('%s', (_what, data, code, pointer) => {
    expect(opening(data as Parameters<typeof anOpening>[0])).toMatchObject({ code, details: { pointer } });
  });

  it.each(['2026-02-30', '2026/2/3', 'tomorrow', ''])('the day %j', (validOn) => {
    const error = refusal(() => decide(null, { type: 'open-license', validOn, data: anOpening() }, aContext(day)));
    expect(error).toMatchObject({ code: 'invalid-date', kind: 'invalid', details: { pointer: '/validOn' } });
  });

  it('keeps a credit code in its usual form', () => {
    const desk = aLicense(day, { company: aCompany({ uscc: '91310000MA1FL0000N' }) });
    expect(desk.state.company.uscc).toBe('91310000MA1FL0000N');
    expect(desk.state).toMatchObject({ authority: 'sh', office: 'sh' });
  });
});

describe('acts of an authority are refused', () => {
  const submitted = () => aLicense(day).prepares().submits();
  const accepted = () => submitted().until('2026-03-04').accepted();
  const filing = { filingId: 'new-1', number: null };

  it('when they are dated tomorrow', () => {
    const handedIn = aLicense(day).prepares().does('submit-filing', { filingId: 'new-1' });
    expect(handedIn.refuses('record-receipt', { ...filing, receivedOn: tomorrow })).toMatchObject({
      code: 'date-in-future',
      kind: 'invalid',
      details: { pointer: '/receivedOn', value: tomorrow, today: day },
    });
    expect(submitted().refuses('record-acceptance', { ...filing, acceptedOn: tomorrow })).toMatchObject({
      code: 'date-in-future',
    });
    expect(accepted().refuses('record-grant', { ...filing, grantedOn: '2026-03-05' })).toMatchObject({
      code: 'date-in-future',
    });
  });

  it('when the receipt lies before the filing', () => {
    const handedIn = aLicense(day).prepares().does('submit-filing', { filingId: 'new-1' });
    expect(handedIn.refuses('record-receipt', { ...filing, receivedOn: '2026-03-01' })).toMatchObject({
      code: 'receipt-before-filing',
      details: { pointer: '/receivedOn', earliest: day },
    });
  });

  it('when the grant comes before the acceptance, by status and by day', () => {
    expect(submitted().refuses('record-grant', { ...filing, grantedOn: day })).toMatchObject({
      code: 'grant-before-acceptance',
      kind: 'conflict',
      details: { status: 'submitted' },
    });
    expect(accepted().refuses('record-grant', { ...filing, grantedOn: '2026-03-03' })).toMatchObject({
      code: 'grant-before-acceptance',
      kind: 'conflict',
      details: { earliest: '2026-03-04' },
    });
  });

  it('when they lie before what they answer', () => {
    const review = accepted()
      .until('2026-03-10')
      .does('start-expert-review', { filingId: 'new-1', from: '2026-03-09', announcedUntil: null });
    const items = [{ requirementId: null, text: aText }];
    expect(submitted().refuses('record-acceptance', { ...filing, acceptedOn: '2026-03-01' }).code).toBe(
      'acceptance-before-receipt',
    );
    expect(
      submitted().refuses('record-non-acceptance', { ...filing, decidedOn: '2026-03-01', reason: null }).code,
    ).toBe('notice-before-receipt');
    expect(
      submitted().refuses('record-correction-notice', { ...filing, noticedOn: '2026-03-01', dueOn: null, items }).code,
    ).toBe('notice-before-receipt');
    expect(
      submitted().refuses('record-correction-notice', { ...filing, noticedOn: day, dueOn: '2026-03-01', items }).code,
    ).toBe('due-before-notice');
    expect(
      submitted().refuses('record-correction-notice', { ...filing, noticedOn: day, dueOn: null, items: [] }).code,
    ).toBe('correction-items-missing');
    expect(
      accepted().refuses('start-expert-review', { filingId: 'new-1', from: '2026-03-03', announcedUntil: null }).code,
    ).toBe('expert-review-before-acceptance');
    expect(review.refuses('end-expert-review', { filingId: 'new-1', on: '2026-03-08' }).code).toBe(
      'expert-review-ends-before-start',
    );
    expect(review.refuses('record-grant', { ...filing, grantedOn: '2026-03-10' }).code).toBe('expert-review-open');
    review.does('end-expert-review', { filingId: 'new-1', on: '2026-03-10' });
    expect(review.refuses('record-grant', { ...filing, grantedOn: '2026-03-09' }).code).toBe(
      'decision-during-expert-review',
    );
    expect(
      review.refuses('record-refusal', {
        ...filing,
        refusedOn: '2026-03-10',
        servedOn: '2026-03-09',
        falseMaterial: false,
        reason: null,
      }).code,
    ).toBe('service-before-decision');
  });
});

describe('a permit is refused', () => {
  const granted = () => aLicense(day).prepares().submits().accepted().granted();
  const entering = (permit: Parameters<typeof aPermit>[0], issuedOn = day) =>
    granted().refuses('record-permit', { filingId: 'new-1', permit: aPermit(permit), issuedOn });

  it.each([
    [
      'that ends before it begins',
      { validFrom: '2026-06-01', printedLastDay: '2026-05-31' },
      'permit-end-before-start',
      '/permit/printedLastDay',
    ],
    ['with a day that does not exist', { validFrom: '2026-02-30' }, 'invalid-date', '/permit/validFrom'],
    ['without a number', { number: ' ' }, 'permit-number-missing', '/permit/number'],
    [
      'with a service type that nobody knows',
      { serviceTypes: ['B99'] },
      'unknown-service-type',
      '/permit/serviceTypes/0',
    ],
  ] as const)('%s', (_what, permit, code, pointer) => {
    expect(entering(permit as Parameters<typeof aPermit>[0])).toMatchObject({
      code,
      kind: 'invalid',
      details: { pointer },
    });
  });

  it('for services that were not applied for, though not for a part of them', () => {
    const desk = aLicense(day, { serviceTypes: ['B24-1'] })
      .prepares()
      .submits()
      .accepted()
      .granted();
    const permit = aPermit({ serviceTypes: ['B24-2'] });
    expect(desk.refuses('record-permit', { filingId: 'new-1', permit, issuedOn: day })).toMatchObject({
      code: 'permit-differs',
      kind: 'conflict',
    });
    expect(granted().issued({ serviceTypes: ['B24-1'] }).state.permit?.services).toHaveProperty(
      ['B24-1', 'status'],
      'not-opened',
    );
  });

  it('that was issued before the grant', () => {
    expect(entering({}, '2026-03-01').code).toBe('permit-before-grant');
  });

  it('never for the form of its number', () => {
    const desk = granted().issued({ number: '京ICP证030173号', validFrom: day, printedLastDay: '2031-03-01' });
    expect(desk.state.permit?.number).toBe('京ICP证030173号');
  });
});

describe('open-service', () => {
  const opened = { serviceType: 'B24', openedOn: day, evidence: null };

  it('refuses a service before the permit, unless it is entered as a violation', () => {
    const desk = aLicense(day);
    expect(desk.refuses('open-service', { ...opened, violation: false })).toMatchObject({
      code: 'permit-not-issued',
      kind: 'conflict',
    });
    desk.does('open-service', { ...opened, violation: true });
    expect(desk.state.attention).toMatchObject([{ reason: 'operating-without-permit', about: 'B24' }]);
  });

  it('refuses a day before the permit begins', () => {
    const desk = Desk.holds('2026-06-10', {}, { opened: [] });
    expect(desk.refuses('open-service', { ...opened, openedOn: '2026-05-31', violation: false }).code).toBe(
      'service-opened-before-permit',
    );
    desk.does('open-service', { ...opened, openedOn: '2026-05-31', violation: true });
    expect(desk.state.permit?.services.B24).toMatchObject({ status: 'opened', openedOn: '2026-05-31' });
    expect(desk.state.attention).toMatchObject([{ reason: 'operating-without-permit' }]);
  });

  it('refuses what the permit does not name, what is open already, and a violation that is none', () => {
    const desk = Desk.holds('2026-06-10', {}, { opened: [] });
    expect(
      desk.refuses('open-service', { ...opened, serviceType: 'B25', openedOn: '2026-06-05', violation: false }).code,
    ).toBe('service-type-not-permitted');
    expect(desk.refuses('open-service', { ...opened, openedOn: '2026-06-05', violation: true }).code).toBe(
      'not-a-violation',
    );
    desk.does('open-service', { ...opened, openedOn: '2026-06-05', violation: false });
    expect(desk.refuses('open-service', { ...opened, openedOn: '2026-06-06', violation: false }).code).toBe(
      'service-already-opened',
    );
  });
});

describe('the four-eyes rules', () => {
  it('keep whoever opened the filing or supplied a material from signing it off', () => {
    const desk = aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null });
    desk.supplies('new-1');
    expect(desk.refuses('sign-off-pack', { filingId: 'new-1', deferred: [] })).toMatchObject({
      code: 'signer-prepared-pack',
      kind: 'forbidden',
    });
    desk.does('supply-material', desk.material('new-1', 'business-license'), { by: approver });
    expect(desk.refuses('sign-off-pack', { filingId: 'new-1', deferred: [] }, { by: approver })).toMatchObject({
      code: 'signer-prepared-pack',
    });
    expect(
      desk.refuses('sign-off-pack', { filingId: 'new-1', deferred: [] }, { by: { kind: 'integration', id: 'robot' } }),
    ).toMatchObject({ code: 'person-required' });
  });

  it('take two persons for a waiver', () => {
    const desk = Desk.holds('2027-01-04');
    const obligationId = desk.newestNotice('annual-report');
    desk.does('propose-waiver', { obligationId, reason: aText });
    expect(desk.refuses('approve-waiver', { obligationId })).toMatchObject({
      code: 'waiver-needs-second-person',
      kind: 'forbidden',
    });
    expect(desk.refuses('propose-waiver', { obligationId, reason: aText }, { by: approver })).toMatchObject({
      code: 'waiver-already-proposed',
    });
    desk.does('approve-waiver', { obligationId }, { by: approver });
    expect(desk.state.waived).toEqual([obligationId]);
    expect(desk.refuses('propose-waiver', { obligationId, reason: aText })).toMatchObject({
      code: 'obligation-not-found',
    });
  });
});

describe('names of inherited properties', () => {
  const opened = aLicense(day).history;

  it.each([
    ['a command', { type: 'constructor', validOn: day, data: {} }, 'unknown-command'],
    ['a filing', { type: 'submit-filing', validOn: day, data: { filingId: '__proto__' } }, 'filing-not-found'],
    [
      'an obligation',
      { type: 'acknowledge-notice', validOn: day, data: { obligationId: 'toString', rung: 'S' } },
      'obligation-not-found',
    ],
  ])('are no name of %s', (_what, command, code) => {
    expect(given(opened).refused(command as LicenseCommand).code).toBe(code);
  });

  it('leave what is well named alone', () => {
    const filing = { kind: 'new', period: null, answers: [], plannedOn: null } as const;
    const events = given(opened).when({ type: 'open-filing', validOn: day, data: { ...filing, answers: [] } });
    expect(events).toMatchObject([{ type: 'filing-opened', validOn: day, data: { filingId: 'new-1' } }]);
  });
});
