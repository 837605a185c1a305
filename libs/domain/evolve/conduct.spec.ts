import { Folded } from '../../../test/support/folded.js';

const text = { ref: 'text-1', commitment: '00' };
const recordedOn = '2026-09-15';

describe('an operation', () => {
  const started = {
    operationId: 'o',
    serviceType: 'B24',
    province: 'sh',
    startedOn: '2026-09-01',
    evidence: null,
  };
  const operation = {
    id: 'o',
    serviceType: 'B24',
    province: 'sh',
    startedOn: '2026-09-01',
    stoppedOn: null,
    void: false,
    seq: 3,
  };
  const running = () => Folded.holding().tells('operation-started', started);

  it('runs from its start until its stop', () => {
    const license = Folded.holding();
    expect(license.changedBy('operation-started', started)).toEqual({ 'conduct.operations': [operation] });
    license.tells('operation-started', { ...started, operationId: 'p' });
    expect(
      license.changedBy('operation-stopped', { operationId: 'o', stoppedOn: '2026-09-09', evidence: null }),
    ).toEqual({
      'conduct.operations': [
        { ...operation, stoppedOn: '2026-09-09' },
        { ...operation, id: 'p', seq: 4 },
      ],
    });
  });

  it('has an id of its own, and is there before anything else is told of it', () => {
    const license = running();
    expect(license.changedBy('operation-started', started)).toEqual({ unknownEvents: [4] });
    const stopped = { operationId: 'p', stoppedOn: '2026-09-09', evidence: null };
    expect(running().changedBy('operation-stopped', stopped)).toEqual({ unknownEvents: [4] });
    const alarm = { operationId: 'p', serviceType: 'B24', province: 'sh', from: '2026-09-02', reasons: [] };
    expect(running().changedBy('operating-alarm-raised', alarm)).toEqual({ unknownEvents: [4] });
  });

  it('is void where it never ran, and comes back with other days', () => {
    const license = running();
    const period = { startedOn: '2026-09-03', stoppedOn: '2026-09-05' };
    expect(license.changedBy('operation-corrected', { operationId: 'o', period: null, reason: text })).toEqual({
      'conduct.operations': [{ ...operation, void: true }],
    });
    expect(license.changedBy('operation-corrected', { operationId: 'o', period, reason: text })).toEqual({
      'conduct.operations': [{ ...operation, ...period }],
    });
  });

  it('without a right raises an alarm and a mark, once for each time', () => {
    const license = running().tells('operation-started', { ...started, operationId: 'p' });
    const about = { operationId: 'p', serviceType: 'B24', province: 'sh', reasons: [] };
    const alarm = { operationId: 'p', from: '2026-09-02', seq: 5, recordedOn };
    expect(license.changedBy('operating-alarm-raised', { ...about, from: '2026-09-02' })).toEqual({
      'conduct.alarms': [alarm],
      attention: [{ reason: 'operating-without-permit', about: 'p', since: '2026-09-10', seq: 5 }],
    });
    expect(license.changedBy('operating-alarm-raised', { ...about, from: '2026-09-04' })).toEqual({
      'conduct.alarms': [alarm, { ...alarm, from: '2026-09-04', seq: 6 }],
    });
  });

  it('has an income, as stated last', () => {
    const license = Folded.holding();
    for (const [income, seq] of [
      [10, 3],
      [20, 4],
    ] as const)
      expect(license.changedBy('income-stated', { income, asOf: '2026-09-01', evidence: null })).toMatchObject(
        seq === 3
          ? { 'conduct.income': { income, asOf: '2026-09-01', seq } }
          : { 'conduct.income.income': income, 'conduct.income.seq': seq },
      );
  });
});

describe('a special condition', () => {
  const told = { conditionId: 'c', kind: 'act', serviceType: null, text, dueOn: '2027-05-31' } as const;
  const { conditionId: id, ...rest } = told;
  const condition = { id, ...rest, metOn: null, seq: 3, recordedOn };

  it('is open until it is met', () => {
    const license = Folded.holding();
    expect(license.changedBy('special-condition-recorded', told)).toEqual({ 'conduct.conditions': [condition] });
    license.tells('special-condition-recorded', { ...told, conditionId: 'd' });
    expect(
      license.changedBy('special-condition-met', { conditionId: 'd', metOn: '2026-09-08', evidence: text }),
    ).toEqual({
      'conduct.conditions': [condition, { ...condition, id: 'd', seq: 4, metOn: '2026-09-08' }],
    });
  });
});

describe('a certificate beside the permit', () => {
  const told = {
    companionId: 'n',
    companion: 'number-certificate',
    number: '95000',
    holder: text,
    validFrom: '2026-01-01',
    lastDay: '2030-12-31',
  };
  const term = { validFrom: '2026-01-01', lastDay: '2030-12-31', seq: 3, recordedOn };
  const companion = {
    id: 'n',
    companion: 'number-certificate',
    number: '95000',
    holder: text,
    terms: [term],
    reports: [],
    endedOn: null,
    seq: 3,
  };

  it('is recorded, reported on, renewed and ended', () => {
    const license = Folded.holding();
    expect(license.changedBy('companion-recorded', told)).toEqual({ 'conduct.companions': [companion] });
    const first = { companionId: 'n', year: '2027', filedOn: '2027-02-01' };
    license.tells('companion-report-filed', first);
    expect(license.changedBy('companion-report-filed', { ...first, year: '2028' })).toEqual({
      'conduct.companions': [
        {
          ...companion,
          reports: [
            { year: '2027', filedOn: '2027-02-01' },
            { year: '2028', filedOn: '2027-02-01' },
          ],
        },
      ],
    });
    const next = { validFrom: '2031-01-01', lastDay: '2035-12-31' };
    license.tells('companion-renewed', { companionId: 'n', ...next });
    license.tells('companion-ended', { companionId: 'n', endedOn: '2032-01-01' });
    expect(license.state.conduct.companions).toMatchObject([
      { terms: [term, { ...next, seq: 6, recordedOn }], endedOn: '2032-01-01' },
    ]);
  });
});

describe('a subsidiary', () => {
  it('uses the permit from its approval until its end', () => {
    const told = {
      name: '子公司',
      uscc: '91310000MA1FL0000N',
      percent: 51,
      serviceTypes: ['B24'],
      provinces: ['sh'],
      approvedOn: '2026-09-01',
      shownOnPermit: true,
    };
    const license = Folded.holding();
    const subsidiary = { id: 's', ...told, endedOn: null, seq: 3 };
    expect(license.changedBy('subsidiary-authorized', { subsidiaryId: 's', ...told })).toEqual({
      'conduct.subsidiaries': [subsidiary],
    });
    expect(license.changedBy('subsidiary-ended', { subsidiaryId: 's', endedOn: '2026-09-09' })).toEqual({
      'conduct.subsidiaries': [{ ...subsidiary, endedOn: '2026-09-09' }],
    });
  });
});

describe('a standing duty', () => {
  it('is confirmed again and again, by a person', () => {
    const license = Folded.holding();
    const told = { duty: 'show-permit', on: '2026-09-08', place: null, evidence: text };
    license.tells('duty-confirmed', told);
    expect(license.changedBy('duty-confirmed', { ...told, on: '2026-09-09' }, 'person-2')).toEqual({
      'conduct.confirmations': [
        { ...told, by: 'person-1', seq: 3 },
        { ...told, on: '2026-09-09', by: 'person-2', seq: 4 },
      ],
    });
  });
});

describe('an inspection', () => {
  const announced = {
    inspectionId: 'i',
    kind: 'on-site',
    announcedOn: '2026-09-01',
    plannedOn: '2026-09-08',
    number: 'J',
  } as const;
  const held = {
    inspectionId: 'i',
    kind: 'on-site',
    heldOn: '2026-09-09',
    officials: 2,
    number: null,
    findings: [{ id: '1', text }],
    answerDueOn: '2026-09-30',
  } as const;
  const blank = {
    id: 'i',
    kind: 'on-site',
    announcedOn: null,
    plannedOn: null,
    heldOn: null,
    officials: null,
    number: null,
    findings: [],
    answerDueOn: null,
    answeredOn: null,
    announcedSeq: null as number | null,
    heldSeq: null,
    recordedOn: null,
  };
  const { inspectionId: _, ...found } = held;
  const asHeld = (seq: number) => ({ ...blank, ...found, findings: [{ id: '1', text }], heldSeq: seq, recordedOn });

  it('keeps its announcement and its number, unless another is told', () => {
    const license = Folded.holding();
    const known = { announcedOn: '2026-09-01', plannedOn: '2026-09-08', number: 'J' };
    expect(license.changedBy('inspection-announced', announced)).toEqual({
      'conduct.inspections': [{ ...blank, ...known, announcedSeq: 3 }],
    });
    license.tells('inspection-announced', { ...announced, inspectionId: 'j' });
    expect(license.changedBy('inspection-held', { ...held, findings: [{ id: '1', text }] })).toEqual({
      'conduct.inspections': [
        { ...asHeld(5), ...known, announcedSeq: 3 },
        { ...blank, ...known, id: 'j', announcedSeq: 4 },
      ],
    });
    license.tells('inspection-held', { ...held, inspectionId: 'j', number: 'K', findings: [] });
    expect(license.state.conduct.inspections[1]?.number).toBe('K');
  });

  it('may come without an announcement, and is answered', () => {
    const license = Folded.holding();
    expect(license.changedBy('inspection-held', { ...held, findings: [{ id: '1', text }] })).toEqual({
      'conduct.inspections': [asHeld(3)],
    });
    expect(
      license.changedBy('inspection-answered', {
        inspectionId: 'i',
        answeredOn: '2026-09-20',
        number: null,
        text: null,
      }),
    ).toEqual({ 'conduct.inspections': [{ ...asHeld(3), answeredOn: '2026-09-20' }] });
  });

  it('is announced once, held once, and answered where it is known', () => {
    const license = Folded.holding().tells('inspection-announced', announced);
    expect(license.changedBy('inspection-announced', announced)).toEqual({ unknownEvents: [4] });
    license.tells('inspection-held', { ...held, findings: [] });
    expect(license.changedBy('inspection-held', { ...held, findings: [] })).toEqual({ unknownEvents: [4, 6] });
    const answer = { inspectionId: 'none', answeredOn: '2026-09-20', number: null, text: null };
    expect(license.changedBy('inspection-answered', answer)).toEqual({ unknownEvents: [4, 6, 7] });
  });

  it('is told apart from a look at the premises, of which all are kept', () => {
    const license = Folded.holding();
    const visit = { filingId: 'f', on: '2026-09-08', officials: 2, note: text };
    license.tells('site-visit-noted', visit);
    expect(license.changedBy('site-visit-noted', { ...visit, on: '2026-09-09' })).toEqual({
      'conduct.siteVisits': [
        { ...visit, seq: 3 },
        { ...visit, on: '2026-09-09', seq: 4 },
      ],
    });
  });
});
