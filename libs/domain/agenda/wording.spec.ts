import { aLicense, Desk, law } from '../../../test/support/builders.js';
import { Folded } from '../../../test/support/folded.js';
import { obligation } from './obligation-parts.js';
import { operatingExposure, provinceName, stopStep } from './operating-words.js';
import { nextStep, renewalOfTypes } from './wording.js';

describe('what to do next', () => {
  it.each([
    [
      'a permit held back for missing materials',
      () => nextStep('permit-issue', { paused: true }),
      '先补齐容缺材料，许可证才会颁发',
      'Supply the deferred materials first: the permit is held until then',
    ],
    [
      'a review in the hands of experts',
      () => nextStep('review', { paused: true, unanswered: true }),
      '专家评审期间不计时限，等待评审结束',
      'Wait for the expert review to end: the clock stands still',
    ],
    [
      'a change whose clock nobody knows',
      () => nextStep('change', { unanswered: true, blocked: true }),
      '先确认股东变更是否导致经营主体变更并登记答复，再办理许可证变更手续',
      'Say first whether the operator changes with the shareholders, then file for the change of the permit',
    ],
    ['a change', () => nextStep('change', {}), '办理许可证变更手续', 'File for the change of the permit'],
    [
      'a report, with its year in both languages',
      () => nextStep('annual-report', { period: '2027' }),
      '报送应于2027年第一季度内报送的年报，并登记',
      'File the annual report that is due in the first quarter of 2027, and record it',
    ],
    [
      'a report without a year',
      () => nextStep('annual-report', {}),
      '报送应于年第一季度内报送的年报，并登记',
      'File the annual report that is due in the first quarter of , and record it',
    ],
    [
      'a report that is in doubt, and not taken yet',
      () => nextStep('annual-report', { period: '2027', doubtful: true, blocked: true }),
      '先完成许可证变更手续：许可证与工商登记一致前无法报送年报。许可证在2027年第一季度内届满，' +
        '是否须报该年年报存疑：先向主管部门确认，确认前按须报送准备',
      'First have the permit changed: no report goes in while it differs from the business registration. ' +
        'The permit ends within the first quarter of 2027: whether that report is due is doubtful. ' +
        'Ask the authority, and prepare it until told otherwise',
    ],
    [
      'a renewal of single types',
      () => renewalOfTypes(['B24', 'B25']),
      '以下业务尚未申请续期，也未决定不再续期：B24、B25',
      'File for the renewal of B24, B25 too, or decide to let them end',
    ],
  ])('is said of %s', (_, step, zh, en) => {
    expect(step()).toEqual({ zh, en });
  });
});

describe('a service that runs without a right', () => {
  const operation = { id: 'o', serviceType: 'B24', province: 'sh', startedOn: '2026-09-01', stoppedOn: null } as const;
  const step = (license: Folded, reasons: Parameters<typeof stopStep>[2]['reasons'], province = 'sh') =>
    stopStep(
      license.state,
      { ...operation, province, void: false, seq: 1 },
      { from: '2026-09-01', to: null, reasons },
      { law, today: '2026-09-15' },
    );
  const unstated = {
    zh: '；可能被处100,000至1,000,000元罚款（尚未填报收入）',
    en: '; it may cost a fine of RMB 100,000 to 1,000,000 (no income stated yet)',
  };

  it('is to be stopped or permitted, for its newest reason', () => {
    expect(step(Folded.holding(), ['before-permit', 'suspended'])).toEqual({
      zh: `停止在上海市经营B24并登记，或者取得许可：自2026-09-01起停业整顿期间${unstated.zh}`,
      en: `Stop B24 in Shanghai and record it, or have it permitted: the permit is suspended, since 2026-09-01${unstated.en}`,
    });
  });

  it('has no application where no reason is known, and a code where no province is', () => {
    expect(step(Folded.holding(), [], 'xx')).toEqual({
      zh: `停止在xx经营B24并登记，或者取得许可：自2026-09-01起没有许可证，也没有申请${unstated.zh}`,
      en: `Stop B24 in xx and record it, or have it permitted: there is neither a permit nor an application, since 2026-09-01${unstated.en}`,
    });
  });

  it('may cost what was earned, and a fine by it', () => {
    const license = Folded.holding();
    license.tells('income-stated', { income: 1_234_567, asOf: '2026-08-31', evidence: null });
    expect(operatingExposure(license.state, { law })).toMatchObject({
      from: 3_703_701,
      to: 6_172_835,
      confiscated: 1_234_567,
    });
    expect(step(license, ['expired'])).toEqual({
      zh:
        '停止在上海市经营B24并登记，或者取得许可：自2026-09-01起许可证已经届满' +
        '；可能被没收1,234,567元并处3,703,701至6,172,835元罚款（按截至2026-08-31填报的收入）',
      en:
        'Stop B24 in Shanghai and record it, or have it permitted: the permit has expired, since 2026-09-01' +
        '; it may cost a fine of RMB 3,703,701 to 6,172,835 and the confiscation of RMB 1,234,567 ' +
        '(by the income stated as of 2026-08-31)',
    });
  });

  it('costs nothing that is known where the rules have no penalty', () => {
    const { penalties: _, ...rest } = law.pack;
    const older = { ...law, pack: { ...rest, penalties: [] } } as unknown as typeof law;
    const { state } = Folded.holding();
    expect(operatingExposure(state, { law: older })).toBeNull();
    const words = stopStep(
      state,
      { ...operation, void: false, seq: 1 },
      { from: '2026-09-01', to: null, reasons: ['expired'] },
      { law: older, today: '2026-09-15' },
    );
    expect(words.en).toMatch(/the permit has expired, since 2026-09-01$/);
    expect(words.zh).toMatch(/自2026-09-01起许可证已经届满$/);
  });

  it.each([
    ['sh', { zh: '上海市', en: 'Shanghai' }],
    ['nowhere', { zh: 'nowhere', en: 'nowhere' }],
  ])('is in a province that has a name, or a code: %s', (code, name) => {
    expect(provinceName(code, { law })).toEqual(name);
  });
});

describe('an obligation', () => {
  it('has its usual values where nothing else is said', () => {
    const parts = { kind: 'change', duty: 'company', openedSeq: 7, openedOn: '2026-09-15', deadline: null } as const;
    expect(obligation(parts)).toEqual({
      id: 'change:7',
      kind: 'change',
      duty: 'company',
      filingId: null,
      period: null,
      openedSeq: 7,
      openedOn: '2026-09-15',
      deadline: null,
      cureEnd: null,
      paused: false,
      preparation: null,
      next: { zh: '办理许可证变更手续', en: 'File for the change of the permit' },
    });
    expect(obligation({ ...parts, kind: 'annual-report', period: '2027' }).id).toBe('annual-report:7:2027');
  });

  it('is the same one until something of it changes', () => {
    const parts = { kind: 'change', duty: 'company', openedSeq: 8, openedOn: '2026-09-15', deadline: null } as const;
    const first = obligation(parts);
    expect(obligation({ ...parts })).toBe(first);
    const other = obligation({ ...parts, filingId: 'f', cureEnd: '2027-04-30', paused: true });
    expect(other).toMatchObject({ filingId: 'f', cureEnd: '2027-04-30', paused: true });
    expect(obligation({ ...parts, openedOn: '2026-09-16' }).openedOn).toBe('2026-09-16');
    expect(() => Object.assign(first, { id: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(first.next, { en: 'x' })).toThrow(TypeError);
  });

  it('is asked for by a license’s own events only', () => {
    expect(aLicense('2026-09-14').agenda('change')).toEqual([]);
    expect(Desk.holds('2026-09-14').agenda('renewal')).toMatchObject([{ kind: 'renewal', duty: 'company' }]);
  });
});
