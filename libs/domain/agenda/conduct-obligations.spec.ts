import { law } from '../../../test/support/builders.js';
import { aPaper, Folded } from '../../../test/support/folded.js';
import { agenda, foreseen } from '../agenda.js';
import { isMet } from './conduct-obligations.js';
import { inPack, knownDate, latest, obligation } from './obligation-parts.js';

const recordedOn = '2026-09-15';
const text = { ref: 'text-1', commitment: '00' };
const holding = () => Folded.holding({ reportsFiled: ['2026'] });

/** `<id> <duty> <opened on> <date or ->` of one kind. */
const of = (kind: string, license: Folded, today = recordedOn): string[] =>
  agenda(license.state, { law, today }).flatMap((each) =>
    each.kind === kind ? [`${each.id} ${each.duty} ${each.openedOn} ${each.deadline?.date ?? '-'}`] : [],
  );
const cancel = (license: Folded) =>
  license.tells('permit-cancelled', { cancelledOn: '2026-09-10', number: null, returnPaper: { dueOn: null } });

describe('an inspection asks for an answer', () => {
  const held = (rest: object = {}) =>
    holding().tells('inspection-held', {
      inspectionId: 'i',
      kind: 'paper',
      heldOn: '2026-09-09',
      officials: null,
      number: null,
      findings: [],
      answerDueOn: null,
      ...rest,
    });
  const findings = [{ id: '1', text }];

  it.each<[string, () => Folded, string[]]>([
    ['where something was found', () => held({ findings }), ['inspection-answer:3 company 2026-09-15 -']],
    [
      'where a day is set',
      () => held({ answerDueOn: '2026-09-30' }),
      ['inspection-answer:3 company 2026-09-15 2026-09-30'],
    ],
    ['not where neither is', () => held(), []],
    [
      'not before it is held',
      () =>
        holding().tells('inspection-announced', {
          inspectionId: 'i',
          kind: 'paper',
          announcedOn: '2026-09-08',
          plannedOn: null,
          number: null,
        }),
      [],
    ],
    [
      'not once it is answered',
      () =>
        held({ findings }).tells('inspection-answered', {
          inspectionId: 'i',
          answeredOn: '2026-09-14',
          number: null,
          text: null,
        }),
      [],
    ],
    ['not once the permit is cancelled', () => cancel(held({ findings })), []],
  ])('%s', (_, license, expected) => {
    expect(of('inspection-answer', license())).toEqual(expected);
  });
});

describe('a special condition', () => {
  const told = (rest: object = {}) => ({
    conditionId: 'c',
    kind: 'act' as const,
    serviceType: null,
    text,
    dueOn: '2027-05-31',
    ...rest,
  });
  const under = (rest: object = {}) => holding().tells('special-condition-recorded', told(rest));
  const due = ['special-condition:3 company 2026-09-15 2027-05-31'];

  it.each<[string, () => Folded, string[]]>([
    ['an act is due', () => under(), due],
    ['an act without a day is due', () => under({ dueOn: null }), ['special-condition:3 company 2026-09-15 -']],
    ['what is kept all the time is not', () => under({ kind: 'standing' }), []],
    [
      'an act that was done is not',
      () => under().tells('special-condition-met', { conditionId: 'c', metOn: '2026-09-14', evidence: text }),
      [],
    ],
    ['the opening of an unopened service is due', () => under({ kind: 'open-service', serviceType: 'B25' }), due],
    ['the opening of an open one is not', () => under({ kind: 'open-service', serviceType: 'B24' }), []],
    [
      'the opening of one that is not on the permit is due',
      () => under({ kind: 'open-service', serviceType: 'B99' }),
      due,
    ],
    ['the opening of nothing is due', () => under({ kind: 'open-service' }), due],
    [
      'it is due under a suspended permit',
      () => under().tells('permit-suspended', { from: '2026-09-10', until: null, number: null }),
      due,
    ],
    ['not under an expired one', () => under().tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'r' }), []],
    ['not without a permit', () => Folded.opened().tells('special-condition-recorded', told()), []],
  ])('%s', (_, license, expected) => {
    expect(of('special-condition', license())).toEqual(expected);
  });

  it('to open a service is met once that has ended, too', () => {
    const { permit } = holding().tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'r' }).state;
    const condition = {
      ...told({ kind: 'open-service', serviceType: 'B25' }),
      id: 'c',
      metOn: null,
      seq: 1,
      recordedOn,
    };
    expect(permit && isMet(permit, condition)).toBe(true);
  });
});

describe('a certificate of a number', () => {
  const told = (rest: object = {}) => ({
    companionId: 'n',
    companion: 'number-certificate-95',
    number: '95123',
    holder: text,
    validFrom: '2024-01-10',
    lastDay: '2029-01-09',
    ...rest,
  });
  const under = (rest: object = {}) => holding().tells('companion-recorded', told(rest));
  const reports = (license: Folded, today: string) =>
    of('number-certificate-report', license, today).map((line) => line.split(' '));

  it('is renewed by its newest term', () => {
    expect(of('number-certificate-renewal', under())).toEqual([
      'number-certificate-renewal:3 company 2026-09-15 2028-10-11',
    ]);
    const renewed = under().tells('companion-renewed', {
      companionId: 'n',
      validFrom: '2029-01-10',
      lastDay: '2034-01-09',
    });
    expect(of('number-certificate-renewal', renewed)).toEqual([
      'number-certificate-renewal:4 company 2026-09-15 2033-10-11',
    ]);
  });

  it('is reported on every year from the one after the first, but for those that were over', () => {
    expect(reports(under(), '2029-12-31').map(([id]) => id)).toEqual([
      'number-certificate-report:3:2027',
      'number-certificate-report:3:2028',
      'number-certificate-report:3:2029',
    ]);
    expect(reports(under(), '2026-12-31')).toEqual([]);
    const young = under({ validFrom: '2027-05-01', lastDay: '2032-04-30' });
    expect(reports(young, '2027-12-31')).toEqual([]);
    expect(reports(young, '2028-01-01')).toEqual([
      ['number-certificate-report:3:2028', 'company', '2028-01-01', '2028-03-31'],
    ]);
  });

  it('is reported on once a year', () => {
    const license = under().tells('companion-report-filed', { companionId: 'n', year: '2028', filedOn: '2028-02-01' });
    expect(reports(license, '2029-01-01').map(([id]) => id?.slice(-4))).toEqual(['2027', '2029']);
  });

  it('foresees next year’s report', () => {
    const coming = foreseen(under().state, { law, today: recordedOn });
    expect(coming.flatMap(({ kind, period }) => (kind === 'number-certificate-report' ? [period] : []))).toEqual([
      '2027',
    ]);
  });

  it('asks for nothing once it has ended, or is of a kind that the rules do not know', () => {
    const ended = under().tells('companion-ended', { companionId: 'n', endedOn: '2026-09-14' });
    for (const license of [ended, under({ companion: 'radio' })]) {
      expect(of('number-certificate-renewal', license)).toEqual([]);
      expect(reports(license, '2028-01-01')).toEqual([]);
    }
  });
});

describe('an alarm', () => {
  const running = (license: Folded) =>
    license.tells('operation-started', {
      operationId: 'o',
      serviceType: 'B26',
      province: 'sh',
      startedOn: '2026-09-01',
      evidence: null,
    });
  const alarmed = (license: Folded, from = '2026-09-01') =>
    running(license).tells('operating-alarm-raised', {
      operationId: 'o',
      serviceType: 'B26',
      province: 'sh',
      from,
      reasons: ['outside-service-types'],
    });

  it('stands from the day on which it was raised until the service stops, whatever became of the permit', () => {
    const kind = 'operating-without-permit';
    expect(of(kind, running(holding()))).toEqual([]);
    expect(of(kind, alarmed(holding(), '2026-09-02'))).toEqual([]);
    const license = alarmed(holding());
    const [alarm] = of(kind, license);
    expect(alarm).toMatch(/^operating-without-permit:4 company 2026-09-15 /);
    const [duty] = agenda(license.state, { law, today: recordedOn }).filter((each) => each.kind === kind);
    expect(duty?.next.en).toMatch(/^Stop B26 in Shanghai and record it.*does not name the service, since 2026-09-01/);
    expect(of(kind, cancel(alarmed(holding())))).toEqual([alarm]);
    const gone = cancel(alarmed(holding())).tells('permit-returned', { returnedOn: '2026-09-12' });
    expect(of(kind, gone)).toEqual([alarm]);
    license.tells('operation-stopped', { operationId: 'o', stoppedOn: '2026-09-09', evidence: null });
    expect(of(kind, license)).toEqual([]);
  });
});

describe('parts of an obligation', () => {
  it('are null for a date that the calendar or the rules do not know; any other error passes', () => {
    const failing = (code: string) => () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(knownDate(() => '2026-09-15')).toBe('2026-09-15');
    for (const code of ['calendar-not-covered', 'rule-not-in-force']) expect(knownDate(failing(code))).toBeNull();
    expect(() => knownDate(failing('something-else'))).toThrow('something-else');
    expect(() =>
      knownDate(() => {
        throw new TypeError('a defect');
      }),
    ).toThrow(TypeError);
    expect(() =>
      knownDate(() => {
        throw { code: 'rule-not-in-force' };
      }),
    ).toThrow();
  });

  it('are the latest of the days that are there', () => {
    expect(latest('2026-09-15')).toBe('2026-09-15');
    expect(latest('2026-09-15', null, '2026-09-16', '2026-09-14')).toBe('2026-09-16');
  });

  it('are of kinds for which the pack has a ladder', () => {
    const parts = { duty: 'company', openedSeq: 1, openedOn: recordedOn, deadline: null } as const;
    const both = [obligation({ ...parts, kind: 'change' }), obligation({ ...parts, kind: 'renewal' })];
    const ladders = law.pack.ladders.filter(({ obligation: kind }) => kind === 'renewal');
    expect(inPack({ ...law, pack: { ...law.pack, ladders } }, both).map(({ kind }) => kind)).toEqual(['renewal']);
    expect(inPack(law, both)).toEqual(both);
  });
});

describe('a permit of long ago', () => {
  it('keeps the duties whose dates are known', () => {
    const permit = aPaper({ validFrom: '1995-01-01', printedLastDay: '2028-12-31' });
    const license = Folded.holding({
      permit,
      computedLastDay: '2028-12-31',
      grantedOn: '1995-01-01',
      reportsFiled: [],
    });
    const periods = agenda(license.state, { law, today: recordedOn }).flatMap(({ kind, period }) =>
      kind === 'annual-report' ? [period] : [],
    );
    expect(periods[0]).toBe('2018');
    expect(periods.at(-1)).toBe('2026');
  });
});
