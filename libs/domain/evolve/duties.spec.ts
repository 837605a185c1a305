import { aCompany } from '../../../test/support/builders.js';
import { Folded } from '../../../test/support/folded.js';
import type { CompanyChange } from '../company.js';
import type { LicenseEventData } from '../events.js';

const text = { ref: 'text-1', commitment: '00' };
const recordedOn = '2026-09-15';

describe('a fact of the company', () => {
  const change = (rest: Partial<CompanyChange> = {}): CompanyChange => ({
    kind: 'shareholders',
    decidedOn: '2026-09-01',
    registeredOn: null,
    effectiveOn: null,
    operatorChanges: null,
    ...rest,
  });
  const fact = (
    facts: Partial<ReturnType<typeof aCompany>>,
    companySeq: number,
    told: CompanyChange | null = null,
  ) => ({
    change: told,
    facts,
    companySeq,
  });
  const opened = (seq: number, told: CompanyChange, toldSeq = seq) => ({
    obligationId: `change:${seq}`,
    change: told,
    seq,
    toldSeq,
    recordedOn,
    filingId: null,
    done: false,
  });

  it('holds from its entry on; an older entry that arrives later does not undo it', () => {
    const license = Folded.holding();
    expect(license.changedBy('company-fact-recorded', fact({ name: '新名', city: '上海' }, 5))).toEqual({
      'company.name': '新名',
      'company.city': '上海',
      'factSeqs.name': 5,
      'factSeqs.city': 5,
    });
    expect(license.changedBy('company-fact-recorded', fact({ name: '旧名', registeredCapital: 2 }, 4))).toEqual({
      'company.registeredCapital': 2,
      'factSeqs.registeredCapital': 4,
    });
    expect(license.changedBy('company-fact-recorded', fact({ name: '再名' }, 5))).toEqual({ 'company.name': '再名' });
    expect(license.changedBy('company-fact-recorded', fact({ foreignShare: 1 }, 0))).toEqual({
      'company.foreignShare': 1,
      'factSeqs.foreignShare': 0,
    });
  });

  it.each([
    ['valid', () => Folded.holding(), 1],
    [
      'suspended',
      () => Folded.holding().tells('permit-suspended', { from: '2026-09-10', until: null, number: null }),
      1,
    ],
    ['expired', () => Folded.holding().tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'rule' }), 0],
    ['not there', () => Folded.opened(), 0],
  ])('opens a duty, or none, where the permit is %s', (_, license, duties) => {
    const told = license().tells('company-fact-recorded', fact({}, 1, change()));
    expect(told.state.changes).toHaveLength(duties);
    expect(told.state.unknownEvents).toEqual([]);
  });

  it('told again keeps its duty, with what is known of it', () => {
    const license = Folded.holding();
    const first = change({ operatorChanges: true, effectiveOn: '2026-09-20' });
    expect(license.changedBy('company-fact-recorded', fact({}, 1, first))).toEqual({ changes: [opened(3, first)] });
    const second = change({ kind: 'name' });
    expect(license.changedBy('company-fact-recorded', fact({}, 2, second))).toEqual({
      changes: [opened(3, first), opened(4, second)],
    });
    const registered = change({ registeredOn: '2026-09-09' });
    expect(license.changedBy('company-fact-recorded', fact({}, 3, registered))).toEqual({
      changes: [opened(3, { ...first, registeredOn: '2026-09-09' }, 5), opened(4, second)],
    });
  });

  it('told again with other answers has those', () => {
    const license = Folded.holding();
    license.tells('company-fact-recorded', fact({}, 1, change({ operatorChanges: true, effectiveOn: '2026-09-20' })));
    const now = change({ operatorChanges: false, effectiveOn: '2026-09-21' });
    expect(license.changedBy('company-fact-recorded', fact({}, 2, now))).toEqual({ changes: [opened(3, now, 4)] });
  });

  it.each<[string, Partial<CompanyChange>, Partial<CompanyChange>]>([
    ['of another kind', {}, { kind: 'scope' }],
    ['decided on another day', {}, { decidedOn: '2026-09-02' }],
    ['after it was registered', { registeredOn: '2026-09-05' }, { registeredOn: '2026-09-06' }],
  ])('is a new one %s', (_, first, second) => {
    const license = Folded.holding().tells('company-fact-recorded', fact({}, 1, change(first)));
    license.tells('company-fact-recorded', fact({}, 2, change(second)));
    expect(license.state.changes).toEqual([opened(3, change(first)), opened(4, change(second))]);
  });

  it('has its question answered, for one duty', () => {
    const license = Folded.holding().tells('company-fact-recorded', fact({}, 1, change()));
    license.tells('company-fact-recorded', fact({}, 2, change({ decidedOn: '2026-09-02' })));
    expect(
      license.changedBy('operator-question-answered', { obligationId: 'change:4', operatorChanges: true }),
    ).toEqual({
      changes: [opened(3, change()), opened(4, change({ decidedOn: '2026-09-02', operatorChanges: true }))],
    });
    expect(
      license.changedBy('operator-question-answered', { obligationId: 'change:9', operatorChanges: true }),
    ).toEqual({ unknownEvents: [6] });
  });
});

describe('a mark on the company', () => {
  const listed = (on: string, companySeq: number | null): LicenseEventData['company-flag-listed'] => ({
    flag: 'bad-list',
    on,
    companySeq,
  });

  it('is a fact, and keeps its entry while it is told the same way', () => {
    const license = Folded.holding().tells('attention-raised', { reason: 'credit-list-expected', about: 'bad-list' });
    expect(license.changedBy('company-flag-listed', listed('2026-09-01', null))).toEqual({
      'flags.bad-list.status': 'listed',
      'flags.bad-list.since': '2026-09-01',
      'flags.bad-list.seq': 4,
      'flags.bad-list.recordedOn': recordedOn,
      'company.onBadList': true,
      'company.listedOn': { 'bad-list': '2026-09-01' },
      attention: [],
    });
    expect(license.changedBy('company-flag-listed', listed('2026-09-01', 7))).toEqual({ 'factSeqs.onBadList': 7 });
    expect(license.changedBy('company-flag-listed', listed('2026-09-02', null))).toEqual({
      'flags.bad-list.since': '2026-09-02',
      'flags.bad-list.seq': 6,
      'company.listedOn.bad-list': '2026-09-02',
    });
    expect(license.changedBy('company-flag-cleared', listed('2026-09-08', 8))).toEqual({
      'flags.bad-list.status': 'clear',
      'flags.bad-list.since': '2026-09-08',
      'flags.bad-list.seq': 7,
      'company.onBadList': false,
      'company.listedOn.bad-list': 'gone',
      'factSeqs.onBadList': 8,
    });
    expect(license.changedBy('company-flag-cleared', listed('2026-09-09', null))).toEqual({});
  });

  it('is there from the opening on where the company had it', () => {
    const { flags } = Folded.opened({
      company: aCompany({ onDishonestList: true, recentPenalty: true, listedOn: { 'recent-penalty': '2025-01-01' } }),
    }).state;
    expect(flags).toEqual({
      'bad-list': { status: 'clear', since: null, seq: null, recordedOn: null },
      'dishonest-list': { status: 'listed', since: null, seq: 1, recordedOn },
      'recent-penalty': { status: 'listed', since: '2025-01-01', seq: 1, recordedOn },
    });
    const bad = Folded.opened({ company: aCompany({ onBadList: true }) }).state.flags['bad-list'];
    expect(bad).toEqual({ status: 'listed', since: null, seq: 1, recordedOn });
  });
});

describe('a notice', () => {
  const due = (rung: string, rest: Partial<LicenseEventData['notice-due']> = {}): LicenseEventData['notice-due'] => ({
    obligationId: 'renewal:2',
    kind: 'renewal',
    rung,
    plannedOn: '2026-09-10',
    to: [{ role: 'owner', person: 'a' }],
    date: '2031-03-02',
    safeDay: '2031-03-01',
    firmness: 'firm',
    ruleId: 'rule',
    late: false,
    skipped: [],
    movedFrom: null,
    grounds: null,
    ...rest,
  });
  const fired = (rung: string, seq: number, rest: object = {}) => ({
    rung,
    people: ['a'],
    on: '2026-09-10',
    skipped: false,
    acknowledgedBy: null,
    snoozedUntil: null,
    escalatedTo: [],
    seq,
    ...rest,
  });

  it('is kept in the order in which it left, after what was skipped for it', () => {
    const license = Folded.holding();
    const skipped = { people: [], skipped: true };
    expect(license.changedBy('notice-due', due('S-90', { skipped: ['opened', 'S-180'] }))).toEqual({
      'notices.renewal:2': {
        fired: [fired('opened', 3, skipped), fired('S-180', 3, skipped), fired('S-90', 3)],
        quoted: '2031-03-02',
      },
    });
    expect(license.changedBy('notice-due', due('S-30', { skipped: ['S-90', 'S-60'], date: null }))).toEqual({
      'notices.renewal:2.fired': [
        fired('opened', 3, skipped),
        fired('S-180', 3, skipped),
        fired('S-90', 3),
        fired('S-60', 4, skipped),
        fired('S-30', 4),
      ],
      'notices.renewal:2.quoted': null,
    });
  });

  it('that fires again goes to further people; the owner is no escalation', () => {
    const license = Folded.holding().tells('notice-due', due('S-90')).tells('notice-due', due('S-60'));
    const to: LicenseEventData['notice-due']['to'] = [
      { role: 'owner', person: 'a' },
      { role: 'deputy', person: 'b' },
      { role: 'manager', person: 'b' },
    ];
    expect(license.changedBy('notice-due', due('S-90', { to }))).toEqual({
      'notices.renewal:2.fired': [
        fired('S-90', 3, { people: ['a', 'b'], escalatedTo: ['deputy', 'manager'] }),
        fired('S-60', 4),
      ],
    });
    license.tells('notice-due', due('S-60', { to: [{ role: 'deputy', person: 'c' }] }));
    expect(license.state.notices['renewal:2']?.fired[1]).toEqual(
      fired('S-60', 4, { people: ['a', 'c'], escalatedTo: ['deputy'] }),
    );
  });

  it('that an import withheld counts as skipped: nobody had it', () => {
    const to: LicenseEventData['notice-due']['to'] = [
      { role: 'owner', person: 'a' },
      { role: 'deputy', person: 'b' },
    ];
    const withheld = due('S-90', { to, skipped: ['S-180'], withheld: true });
    const skipped = { people: [], skipped: true };
    expect(Folded.holding().changedBy('notice-due', withheld)).toEqual({
      'notices.renewal:2': { fired: [fired('S-180', 3, skipped), fired('S-90', 3, skipped)], quoted: '2031-03-02' },
    });
  });

  it('that was skipped before is sent when its turn comes', () => {
    const license = Folded.holding().tells('notice-due', due('S-90', { skipped: ['opened'] }));
    license.tells('notice-due', due('opened'));
    expect(license.state.notices['renewal:2']?.fired).toEqual([fired('opened', 3), fired('S-90', 3)]);
  });

  it('is acknowledged or snoozed, that one only', () => {
    const license = Folded.holding().tells('notice-due', due('S-90')).tells('notice-due', due('S-60'));
    const about = { obligationId: 'renewal:2', rung: 'S-90' };
    expect(license.changedBy('notice-acknowledged', about, 'b')).toEqual({
      'notices.renewal:2.fired': [fired('S-90', 3, { acknowledgedBy: 'b' }), fired('S-60', 4)],
    });
    expect(license.changedBy('notice-snoozed', { ...about, rung: 'S-60', until: '2026-10-01' })).toEqual({
      'notices.renewal:2.fired': [
        fired('S-90', 3, { acknowledgedBy: 'b' }),
        fired('S-60', 4, { snoozedUntil: '2026-10-01' }),
      ],
    });
  });

  it.each([
    ['a rung that has not fired', { obligationId: 'renewal:2', rung: 'S-30' }],
    ['an obligation of which nothing was told', { obligationId: 'change:9', rung: 'S-90' }],
  ])('is not acknowledged for %s', (_, about) => {
    const license = Folded.holding().tells('notice-due', due('S-90'));
    expect(license.changedBy('notice-acknowledged', about)).toEqual({ unknownEvents: [4] });
  });
});

describe('a waiver', () => {
  it('is proposed by one and given by another', () => {
    const license = Folded.holding();
    const proposal = { obligationId: 'renewal:2', reason: text };
    expect(license.changedBy('waiver-proposed', proposal, 'a')).toEqual({ 'waiverProposals.renewal:2': 'a' });
    license.tells('waiver-proposed', { ...proposal, obligationId: 'change:9' }, 'c');
    license.tells('obligation-waived', { obligationId: 'change:8', proposedBy: 'a' }, 'b');
    expect(license.changedBy('obligation-waived', { obligationId: 'renewal:2', proposedBy: 'a' }, 'b')).toEqual({
      'waiverProposals.renewal:2': 'gone',
      waived: ['change:8', 'renewal:2'],
    });
    expect(license.state.waiverProposals).toEqual({ 'change:9': 'c' });
  });
});

describe('a mark for people', () => {
  it('stays with its first day until it is cleared, by reason and by what it is about', () => {
    const license = Folded.holding();
    const mark = { reason: 'pack-stale', about: 'f' } as const;
    const first = { ...mark, since: '2026-09-10', seq: 3 };
    expect(license.changedBy('attention-raised', mark)).toEqual({ attention: [first] });
    expect(license.changedBy('attention-raised', mark)).toEqual({});
    license.tells('attention-raised', { ...mark, about: 'g' });
    license.tells('attention-raised', { ...mark, reason: 'ledger-behind' });
    expect(license.state.attention.map(({ reason, about }) => `${reason} ${about}`)).toEqual([
      'pack-stale f',
      'pack-stale g',
      'ledger-behind f',
    ]);
    license.tells('attention-cleared', mark);
    expect(license.state.attention.map(({ reason, about }) => `${reason} ${about}`)).toEqual([
      'pack-stale g',
      'ledger-behind f',
    ]);
  });
});
