import { aCompany, aLicense, aText, Desk } from '../../test/support/builders.js';
import type { LicenseCommandData } from './commands.js';

type Data<T extends keyof LicenseCommandData> = LicenseCommandData[T];

const day = '2026-11-20';

const paper = (rest: Partial<Data<'record-inspection'>> = {}): Data<'record-inspection'> => ({
  inspectionId: null,
  kind: 'paper',
  heldOn: day,
  officials: null,
  number: null,
  findings: [],
  answerDueOn: null,
  ...rest,
});

describe('an inspection', () => {
  const announced: Data<'announce-inspection'> = {
    kind: 'on-site',
    announcedOn: '2026-11-18',
    plannedOn: '2026-11-20',
    number: 'J-1',
  };

  it('is announced, held, and answered by the day that the authority printed', () => {
    const desk = Desk.holds(day).does('announce-inspection', announced);
    expect(desk.agenda('inspection-answer')).toEqual([]);
    const held = { ...paper({ kind: 'on-site', officials: 2, findings: [aText] }), answerDueOn: '2026-12-06' };
    desk.does('record-inspection', { ...held, inspectionId: 'inspection-1' });
    expect(desk.state.conduct.inspections).toMatchObject([
      { id: 'inspection-1', announcedOn: '2026-11-18', heldOn: day, number: 'J-1', findings: [{ id: '1' }] },
    ]);
    expect(desk.agenda('inspection-answer')).toMatchObject([
      {
        duty: 'company',
        deadline: { date: '2026-12-06', safeDay: '2026-12-04', readings: [{ id: 'as-printed' }] },
      },
    ]);
    desk.does('answer-inspection', { inspectionId: 'inspection-1', answeredOn: day, number: null, text: aText });
    expect(desk.agenda('inspection-answer')).toEqual([]);
  });

  it.each([
    ['nothing was found and nothing is asked', paper(), 0],
    ['something was found, without a day', paper({ findings: [aText] }), 1],
    ['an answer is asked for all the same', paper({ answerDueOn: '2026-12-01' }), 1],
  ])('asks for an answer, or not: %s', (_, data, duties) => {
    const desk = Desk.holds(day).does('record-inspection', data);
    expect(desk.agenda('inspection-answer')).toHaveLength(duties);
  });

  it('is reminded of without a day too', () => {
    const desk = Desk.holds(day).does('record-inspection', paper({ findings: [aText] }));
    desk.until('2026-11-30');
    const [duty] = desk.agenda('inspection-answer');
    expect(desk.state.notices[duty?.id ?? '']?.fired.map(({ rung }) => rung)).toEqual(['opened', 'undated-1']);
  });

  it('comes in its order', () => {
    const desk = Desk.holds(day).does('announce-inspection', announced);
    const answer = { inspectionId: 'inspection-1', answeredOn: day, number: null, text: null };
    const held = paper({ inspectionId: 'inspection-1', heldOn: '2026-11-19', findings: [aText] });
    expect(desk.refuses('answer-inspection', answer).code).toBe('inspection-not-held');
    expect(desk.refuses('record-inspection', { ...held, heldOn: '2026-11-17' }).code).toBe(
      'inspection-before-announcement',
    );
    expect(desk.refuses('record-inspection', { ...held, answerDueOn: '2026-11-18' }).code).toBe(
      'answer-before-inspection',
    );
    expect(desk.refuses('record-inspection', { ...held, officials: 0 }).details.pointer).toBe('/officials');
    expect(desk.refuses('record-inspection', { ...held, inspectionId: 'inspection-9' }).details.known).toEqual([
      'inspection-1',
    ]);
    desk.does('record-inspection', held);
    expect(desk.refuses('record-inspection', held).code).toBe('inspection-already-held');
    expect(desk.refuses('answer-inspection', { ...answer, answeredOn: '2026-11-18' }).code).toBe(
      'answer-before-inspection',
    );
    desk.does('answer-inspection', answer);
    expect(desk.refuses('answer-inspection', answer).code).toBe('inspection-already-answered');
    expect(desk.refuses('announce-inspection', { ...announced, plannedOn: '2026-11-17' }).details.pointer).toBe(
      '/plannedOn',
    );
  });
});

describe('a site visit', () => {
  const visit = { filingId: 'new-1', on: day, officials: 2, note: aText };

  it('is noted during acceptance and review, and no clock stands still for it', () => {
    const desk = aLicense(day).prepares().submits().accepted();
    const before = desk.agenda('review')[0]?.deadline;
    desk.does('note-site-visit', visit);
    expect(desk.state.conduct.siteVisits).toMatchObject([{ filingId: 'new-1', on: day, officials: 2 }]);
    expect(desk.agenda('review')[0]?.deadline).toEqual(before);
  });

  it('belongs to a filing that the authority has', () => {
    const desk = aLicense(day).prepares();
    expect(desk.refuses('note-site-visit', visit).code).toBe('filing-not-under-review');
    desk.submits();
    expect(desk.refuses('note-site-visit', { ...visit, on: '2026-11-19' }).code).toBe('visit-before-filing');
    expect(desk.refuses('note-site-visit', { ...visit, officials: 1.5 }).code).toBe('invalid-count');
    expect(desk.refuses('note-site-visit', { ...visit, filingId: 'new-2' }).code).toBe('filing-not-found');
  });
});

describe('a special condition of the permit', () => {
  const condition = (rest: Partial<Data<'record-condition'>> = {}): Data<'record-condition'> => ({
    kind: 'act',
    serviceType: null,
    text: aText,
    dueOn: '2027-05-31',
    ...rest,
  });
  const due = (desk: Desk) => desk.agenda('special-condition');

  it('is due on the printed day until its evidence is on record', () => {
    const desk = Desk.holds(day).does('record-condition', condition());
    expect(due(desk)).toMatchObject([{ deadline: { date: '2027-05-31' } }]);
    desk.does('meet-condition', { conditionId: 'condition-1', metOn: day, evidence: aText });
    expect(due(desk)).toEqual([]);
  });

  it('to open a service is met by its opening', () => {
    const desk = Desk.holds(day, {}, { opened: [] });
    desk.does('record-condition', condition({ kind: 'open-service', serviceType: 'B24' }));
    const met = { conditionId: 'condition-1', metOn: day, evidence: aText };
    expect(desk.refuses('meet-condition', met).code).toBe('condition-needs-no-evidence');
    expect(due(desk)).toHaveLength(1);
    desk.does('open-service', { serviceType: 'B24', openedOn: day, evidence: aText, violation: false });
    expect(due(desk)).toEqual([]);
  });

  it('that is kept all the time has no date, and is due no more when the permit has ended', () => {
    const desk = Desk.holds(day).does('record-condition', condition({ kind: 'standing', dueOn: null }));
    expect(due(desk)).toEqual([]);
    desk.does('record-condition', condition());
    desk.does('record-revocation', { outcome: 'revoked', revokedOn: day, number: null });
    expect(due(desk)).toEqual([]);
  });

  it.each([
    ['service-type-not-permitted', condition({ kind: 'open-service' })],
    ['service-type-not-permitted', condition({ serviceType: 'B25' })],
    ['condition-has-no-date', condition({ kind: 'standing' })],
    ['act-before-permit', condition({ dueOn: '2026-05-31' })],
    ['invalid-date', condition({ dueOn: '2027-02-30' })],
  ])('is refused: %s', (code, data) => {
    expect(Desk.holds(day).refuses('record-condition', data).code).toBe(code);
  });

  it('is met once', () => {
    const desk = Desk.holds(day).does('record-condition', condition());
    const met = { conditionId: 'condition-1', metOn: day, evidence: aText };
    expect(desk.refuses('meet-condition', { ...met, metOn: '2026-11-21' }).code).toBe('date-in-future');
    desk.does('meet-condition', met);
    expect(desk.refuses('meet-condition', met).code).toBe('condition-already-met');
  });
});

describe('a certificate of a number', () => {
  const certificate = (rest: Partial<Data<'record-companion'>> = {}): Data<'record-companion'> => ({
    companion: 'number-certificate-95',
    number: ' 951 23',
    holder: aText,
    validFrom: '2025-01-10',
    lastDay: '2030-01-09',
    ...rest,
  });
  const recorded = () =>
    Desk.holds('2026-02-02', { validFrom: '2026-01-05', printedLastDay: '2031-01-04' }).does(
      'record-companion',
      certificate(),
    );
  const reports = (desk: Desk) => desk.agenda('number-certificate-report').map(({ period }) => period);

  it('has a renewal and yearly reports of its own', () => {
    const desk = recorded();
    expect(desk.state.conduct.companions).toMatchObject([{ number: '95123' }]);
    expect(desk.agenda('number-certificate-renewal')).toMatchObject([{ deadline: { date: '2029-10-11' } }]);
    expect(reports(desk)).toEqual(['2026']);
    desk.does('record-companion-report', { companionId: 'companion-1', year: '2026', filedOn: '2026-02-02' });
    expect(reports(desk)).toEqual([]);
    desk.until('2027-01-04');
    expect(reports(desk)).toEqual(['2027']);
    const [duty] = desk.agenda('number-certificate-report');
    expect(desk.state.notices[duty?.id ?? '']?.fired.map(({ rung }) => rung)).toEqual(['january-1']);
  });

  it('is renewed by the certificate that follows, and ends with its use', () => {
    const desk = recorded();
    const first = desk.agenda('number-certificate-renewal')[0]?.id;
    desk.does('renew-companion', { companionId: 'companion-1', validFrom: '2030-01-10', lastDay: '2035-01-09' });
    const [duty] = desk.agenda('number-certificate-renewal');
    expect(duty).toMatchObject({ deadline: { date: '2034-10-11' } });
    expect(duty?.id).not.toBe(first);
    desk.does('end-companion', { companionId: 'companion-1', endedOn: '2026-02-02' });
    expect([...desk.agenda('number-certificate-renewal'), ...desk.agenda('number-certificate-report')]).toEqual([]);
    const renewal = { companionId: 'companion-1', validFrom: '2035-01-10', lastDay: '2040-01-09' };
    expect(desk.refuses('renew-companion', renewal).code).toBe('companion-ended');
    desk.does('record-companion', certificate());
  });

  it('leaves years alone that were over when it was recorded', () => {
    expect(reports(aLicense('2026-04-01').does('record-companion', certificate()))).toEqual([]);
  });

  it('is refused where it is not one', () => {
    const desk = recorded();
    const renewal = { companionId: 'companion-1', validFrom: '2025-01-10', lastDay: '2030-01-09' };
    expect(desk.refuses('record-companion', certificate({ companion: 'radio' })).details.known).toContain(
      'number-certificate-96',
    );
    expect(desk.refuses('record-companion', certificate({ number: '９５１２３' }))).toMatchObject({
      code: 'companion-already-recorded',
      details: { companionId: 'companion-1' },
    });
    expect(desk.refuses('record-companion', certificate({ number: '95124', lastDay: '2025-01-09' })).code).toBe(
      'companion-ends-before-start',
    );
    expect(desk.refuses('renew-companion', renewal).code).toBe('companion-term-not-later');
    expect(desk.refuses('renew-companion', { ...renewal, companionId: 'companion-2' }).code).toBe(
      'companion-not-found',
    );
  });

  it('has one report a year', () => {
    const desk = recorded();
    const report = { companionId: 'companion-1', year: '2026', filedOn: '2026-02-02' };
    expect(desk.refuses('record-companion-report', { ...report, year: '2027' }).code).toBe('invalid-report-period');
    desk.does('record-companion-report', report);
    expect(desk.refuses('record-companion-report', report).code).toBe('report-already-filed');
  });
});

describe('an authorized subsidiary', () => {
  const subsidiary = (rest: Partial<Data<'authorize-subsidiary'>> = {}): Data<'authorize-subsidiary'> => ({
    name: '样例子公司',
    uscc: aCompany().uscc,
    percent: 51,
    serviceTypes: ['B24'],
    provinces: ['sh'],
    approvedOn: day,
    shownOnPermit: false,
    ...rest,
  });

  it('is one company per region and type, until its authorization ends', () => {
    const desk = Desk.holds(day).does('authorize-subsidiary', subsidiary());
    expect(desk.refuses('authorize-subsidiary', subsidiary())).toMatchObject({
      code: 'subsidiary-region-taken',
      details: { subsidiaryId: 'subsidiary-1' },
    });
    desk.does('end-subsidiary', { subsidiaryId: 'subsidiary-1', endedOn: day });
    desk.does('authorize-subsidiary', subsidiary({ shownOnPermit: true }));
    expect(desk.state.conduct.subsidiaries.map(({ endedOn }) => endedOn)).toEqual([day, null]);
  });

  it.each([
    ['subsidiary-share-too-low', '/percent', subsidiary({ percent: 50.9 })],
    ['invalid-percent', '/percent', subsidiary({ percent: 130 })],
    ['invalid-uscc', '/uscc', subsidiary({ uscc: '91310000MA1K000018' })],
    ['service-type-not-permitted', '/serviceTypes/0', subsidiary({ serviceTypes: ['B25'] })],
    ['service-types-missing', '/serviceTypes', subsidiary({ serviceTypes: [] })],
    ['outside-coverage', '/provinces/0', subsidiary({ provinces: ['gd'] })],
    ['outside-coverage', '/provinces', subsidiary({ provinces: [] })],
    ['unknown-province', '/provinces/1', subsidiary({ provinces: ['sh', 'xx'] })],
    ['date-in-future', '/approvedOn', subsidiary({ approvedOn: '2026-11-21' })],
  ])('is refused: %s at %s', (code, pointer, data) => {
    const refused = Desk.holds(day).refuses('authorize-subsidiary', data);
    expect([refused.code, refused.details.pointer]).toEqual([code, pointer]);
  });

  it('may have any province of a nationwide permit', () => {
    const desk = Desk.holds(day, { coverage: { kind: 'nationwide' } });
    desk.does('authorize-subsidiary', subsidiary({ provinces: ['gd', 'zj'] }));
    const ending = { subsidiaryId: 'subsidiary-1', endedOn: '2026-11-19' };
    expect(desk.refuses('end-subsidiary', ending).code).toBe('subsidiary-ends-before-start');
    desk.does('end-subsidiary', { ...ending, endedOn: day });
    expect(desk.refuses('end-subsidiary', ending).code).toBe('subsidiary-already-ended');
    expect(desk.refuses('end-subsidiary', { ...ending, subsidiaryId: 'subsidiary-2' }).code).toBe(
      'subsidiary-not-found',
    );
  });
});

describe('a standing duty', () => {
  it('is confirmed with place and day, as often as somebody looks', () => {
    const look = { duty: 'display-permit-number', on: day, place: aText, evidence: null };
    const desk = Desk.holds(day).does('confirm-duty', look).does('confirm-duty', look);
    expect(desk.state.conduct.confirmations).toMatchObject([
      { duty: 'display-permit-number', on: day, by: 'person-owner' },
      { duty: 'display-permit-number' },
    ]);
    expect(desk.refuses('confirm-duty', { ...look, duty: 'be-nice' }).code).toBe('rule-not-in-force');
    expect(desk.refuses('confirm-duty', { ...look, on: '2026-11-21' }).code).toBe('date-in-future');
  });
});

describe('the end of a license', () => {
  it('ends all of these duties', () => {
    const desk = Desk.holds(day).does('record-inspection', paper({ findings: [aText] }));
    desk.does('record-cancellation', { cancelledOn: day, number: null });
    expect(desk.agenda('inspection-answer')).toEqual([]);
    expect(desk.nextWake()).toBeNull();
  });
});
