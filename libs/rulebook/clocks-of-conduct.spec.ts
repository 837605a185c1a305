import { latestTable, loadCalendar } from '../calendar/index.js';
import {
  inspectionAnswer,
  numberCertificateRenewal,
  numberCertificateReport,
  specialCondition,
  stopOperating,
} from './clocks-of-conduct.js';
import { RuleNotInForceError } from './errors.js';
import { latestPack, packById } from './packs.js';
import type { Deadline } from './proof.js';

const calendar = loadCalendar(latestTable);
const law = { pack: latestPack, calendar };
const brief = (deadline: Deadline | null) =>
  deadline && [deadline.readings[0]?.proof.ruleId, deadline.date, deadline.safeDay];

describe('the business under a permit', () => {
  it('without a right stops from the first day on, by the law of the day on which that is known', () => {
    expect(brief(stopOperating(law, '2026-10-01', '2026-10-09'))).toEqual([
      'limit.operating-without-permit',
      '2026-10-01',
      '2026-09-30',
    ]);
    expect(stopOperating(law, '2008-01-04', '2026-10-09').date).toBe('2008-01-04');
    expect(() => stopOperating(law, '2026-10-01', '2008-01-04')).toThrow(RuleNotInForceError);
  });

  it('answers an inspection by the day that is printed, and by no day where none is', () => {
    expect(brief(inspectionAnswer(law, { heldOn: '2026-09-14', answerDueOn: '2026-10-05' }))).toEqual([
      'limit.inspection-answer',
      '2026-10-05',
      '2026-09-30',
    ]);
    expect(inspectionAnswer(law, { heldOn: '2026-09-14', answerDueOn: null })).toBeNull();
  });

  it('meets a special condition by the day that the permit prints, and by no day where it prints none', () => {
    expect(brief(specialCondition(law, { recordedOn: '2026-09-14', dueOn: '2026-10-05' }))).toEqual([
      'limit.special-condition',
      '2026-10-05',
      '2026-09-30',
    ]);
    expect(specialCondition(law, { recordedOn: '2026-09-14', dueOn: null })).toBeNull();
  });

  it('renews the certificate of a number ninety days before its last day, and reports every March', () => {
    expect(brief(numberCertificateRenewal(law, '2026-12-31'))).toEqual([
      'limit.number-certificate-renewal',
      '2026-10-02',
      '2026-09-30',
    ]);
    expect(brief(numberCertificateReport(law, '2024'))).toEqual([
      'limit.number-certificate-report',
      '2024-03-31',
      '2024-03-29',
    ]);
  });
});

it('the pack of the first release knows none of these clocks', () => {
  const firstLaw = { pack: packById('cn-vats-current@1'), calendar };
  for (const ask of [
    () => stopOperating(firstLaw, '2026-10-01', '2026-10-09'),
    () => inspectionAnswer(firstLaw, { heldOn: '2026-09-14', answerDueOn: '2026-10-05' }),
    () => specialCondition(firstLaw, { recordedOn: '2026-09-14', dueOn: '2026-10-05' }),
    () => numberCertificateRenewal(firstLaw, '2026-12-31'),
    () => numberCertificateReport(firstLaw, '2024'),
  ])
    expect(ask).toThrow(RuleNotInForceError);
});
