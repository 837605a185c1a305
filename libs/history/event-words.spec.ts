import { inWords } from './event-words.js';

const pack = 'cn-vats-current@2';
const told = (type: string, data: object, v = 1, packId: string | null = pack) =>
  inWords({ type, v, data } as Parameters<typeof inWords>[0], packId);

const to = (...roles: string[]) => roles.map((role) => ({ role, person: 'p' }));

describe('an entry in words', () => {
  it.each<[string, object, string, string]>([
    [
      'license-opened',
      { authority: 'sh', serviceTypes: ['B24'] },
      '开始准备许可证：B24 呼叫中心业务，主管部门：上海市通信管理局',
      'License opened: B24 Call center services; decided by Shanghai Communications Administration',
    ],
    [
      'authority-moved',
      { authority: 'sh', office: 'sh' },
      '主管部门变为：上海市通信管理局，受理机构：上海市通信管理局',
      'Now decided by Shanghai Communications Administration, filed at Shanghai Communications Administration',
    ],
    [
      'notice-acknowledged',
      { obligationId: 'annual-report:2:2027', rung: 'S-30' },
      '已确认提醒：2027年年报，安全日前30天',
      'Notice acknowledged: annual report 2027, 30 days before the safe day',
    ],
    [
      'waiver-proposed',
      { obligationId: 'renewal:2' },
      '提议免除：续期申请（由第2条记录产生）',
      'A waiver was proposed: renewal (of entry 2)',
    ],
    [
      'company-fact-recorded',
      { change: null, facts: { city: 'x', foreignShare: 1 } },
      '公司信息变更：注册城市、外资比例',
      'Company facts changed: city of registration, foreign share',
    ],
    [
      'company-fact-recorded',
      { change: { kind: 'legal-representative' }, facts: {} },
      '公司信息变更：法定代表人',
      'Company facts changed: legal representative',
    ],
    [
      'attention-raised',
      { reason: 'pack-stale', about: 'new-1' },
      '需要人工处理：签核的材料已过时',
      'A person must look: the signed pack is out of date',
    ],
    [
      'operation-stopped',
      { operationId: 'operation-1', stoppedOn: '2026-03-02' },
      'operation-1 经营至 2026-03-02 停止',
      'operation-1 stopped; it last ran on 2026-03-02',
    ],
    [
      'filing-accepted',
      { filingId: 'new-1', acceptedOn: '2026-03-02', number: 'A-1' },
      '2026-03-02 受理首次申请 new-1（A-1）',
      'new-1 was accepted on 2026-03-02 (A-1)',
    ],
    [
      'filing-refused',
      { filingId: 'renewal-1', refusedOn: '2026-03-02' },
      '2026-03-02 不予批准续期 renewal-1',
      'renewal-1 was refused on 2026-03-02',
    ],
    [
      'correction-item-passed-over',
      { filingId: 'annual-report-2027-2', itemId: 'r1-2' },
      '说明理由后略过年报 annual-report-2027-2 的补正事项 r1-2',
      'Item r1-2 of the correction of annual-report-2027-2 was passed over for a reason',
    ],
    [
      'site-visit-noted',
      { filingId: 'of-a-later-kind-1', on: '2026-03-02', officials: 2 },
      '2026-03-02 就of-a-later-kind-1 现场核查，工作人员2名',
      'Site visit for of-a-later-kind-1 on 2026-03-02, 2 officials',
    ],
    [
      'renewal-deemed',
      { filingId: 'renewal-1', validFrom: '2027-09-16', lastDay: '2032-09-15', serviceTypes: null },
      '到期未答复，视为准予延续：2027-09-16 至 2032-09-15，待新证确认',
      'Silence at expiry: renewed from 2027-09-16 to 2032-09-15, provisional until the new permit',
    ],
    [
      'ladder-chosen',
      { kind: 'annual-report', offsets: [60, 20] },
      '本许可证设定“年报”的提醒：安全日前 60、20 天',
      'Reminders (annual report), 60, 20 days before the safe day, were chosen for this license',
    ],
  ])('%s %j', (type, data, zh, en) => {
    expect(told(type, data)).toEqual({ zh, en });
  });

  it('names the material by its title in the pack', () => {
    const data = { filingId: 'new-1', requirementId: 'business-license', version: 1, sealed: null, copyOf: null };
    const { zh, en } = told('material-supplied', data, 2) ?? { zh: '', en: '' };
    expect(zh).toMatch(/^首次申请 new-1 收到材料“\p{Script=Han}+.*”（第1版）$/u);
    expect(`${zh}${en}`).not.toContain('business-license');
  });

  it.each([
    [to('owner'), '收件人：负责人', 'to the owner'],
    [to('owner', 'manager'), '收件人：负责人、主管', 'to the owner, the manager'],
  ])('says of a reminder to whom it went: %j', (people, zh, en) => {
    const words = told('notice-due', { obligationId: 'review:20', rung: 'ask', to: people }, 2);
    expect(words?.zh).toBe(`提醒到期：审查决定（由第20条记录产生），可询问进度；${zh}`);
    expect(words?.en).toBe(`Notice due: decision (of entry 20), ask how the matter stands; ${en}`);
  });

  it.each([
    [1, '1 item'],
    [3, '3 items'],
  ])('counts as people do: %i', (count, en) => {
    const items = Array.from({ length: count }, () => ({ id: 'i', requirementId: null, text: null }));
    const words = told('correction-requested', { filingId: 'new-1', round: 1, noticedOn: '2026-03-02', items });
    expect(words?.en).toContain(`, ${en}`);
  });

  it('says what was corrected, with what stood there', () => {
    const changes = [
      { member: 'permit.printedLastDay', from: '2030-12-20', to: '2030-12-21' },
      {
        member: 'permit.coverage',
        from: { kind: 'province', provinces: ['sh'] },
        to: { kind: 'nationwide' },
      },
    ];
    const words = told('entry-corrected', { seq: 6, changes, proposedBy: 'p' }, 2);
    expect(words?.zh).toContain('第6条记录，证载有效期届满日：2030-12-20 → 2030-12-21、覆盖范围：上海');
    expect(words?.en).toContain(
      'printed last day of the term from 2030-12-20 to 2030-12-21, coverage from Shanghai to',
    );
  });

  it('leaves a code that no pack has as it is, and names one of another pack all the same', () => {
    expect(told('authority-moved', { authority: 'xx', office: 'yy' })?.en).toBe('Now decided by xx, filed at yy');
    expect(told('authority-moved', { authority: 'sh', office: 'sh' }, 1, null)?.en).toContain('Shanghai');
  });

  it('has no words for what this program does not know', () => {
    expect(told('of-a-later-release', {})).toBeNull();
    expect(told('license-closed', {}, 99)).toBeNull();
    expect(told('toString', {})).toBeNull();
  });
});
