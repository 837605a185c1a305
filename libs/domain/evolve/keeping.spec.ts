import { aCompany, law, people } from '../../../test/support/builders.js';
import { Folded } from '../../../test/support/folded.js';
import { stateForm } from '../license.js';

describe('a license', () => {
  it('begins with what it was opened with, and nothing else', () => {
    expect(Folded.opened({ follows: 'license-0' }).state).toEqual({
      form: stateForm,
      licenseId: '0b24c0de-0000-5000-8000-000000000003',
      seq: 1,
      recordedAt: '2026-09-14T20:00:00.000Z',
      openedOn: '2026-09-10',
      companyId: 'company-1',
      company: aCompany(),
      serviceTypes: ['B24'],
      coverage: { kind: 'province', provinces: ['sh'] },
      authority: 'sh',
      office: 'sh',
      people,
      absences: {},
      ladders: { house: {}, own: {} },
      pins: { pack: law.pack.id, calendar: law.calendar.id },
      readings: {},
      readingsSeq: 0,
      follows: 'license-0',
      simulated: false,
      filings: {},
      permit: null,
      experience: {},
      flags: {
        'bad-list': { status: 'clear', since: null, seq: null, recordedOn: null },
        'dishonest-list': { status: 'clear', since: null, seq: null, recordedOn: null },
        'recent-penalty': { status: 'clear', since: null, seq: null, recordedOn: null },
      },
      factSeqs: {},
      changes: [],
      reportsFiledBefore: [],
      unknown: [],
      notices: {},
      waiverProposals: {},
      waived: [],
      proposedCorrections: {},
      corrected: [],
      papers: [],
      replacedBy: null,
      attention: [],
      closed: false,
      conduct: {
        rights: [],
        operations: [],
        income: null,
        alarms: [],
        inspections: [],
        siteVisits: [],
        conditions: [],
        companions: [],
        subsidiaries: [],
        confirmations: [],
      },
      unknownEvents: [],
    });
  });

  it('is kept by other people, and by other versions of the law', () => {
    const license = Folded.opened();
    const others = { owner: 'a', deputy: 'b', manager: 'c' };
    expect(license.changedBy('people-assigned', { people: others })).toEqual({
      'people.owner': 'a',
      'people.deputy': 'b',
      'people.manager': 'c',
    });
    expect(license.changedBy('calendar-adopted', { calendar: 'cal-2', moved: [] })).toEqual({
      'pins.calendar': 'cal-2',
    });
    expect(license.changedBy('rulebook-adopted', { pack: 'pack@2', moved: [] })).toEqual({ 'pins.pack': 'pack@2' });
    expect(license.changedBy('simulation-marked', {})).toEqual({ simulated: true });
    expect(license.changedBy('license-closed', { reason: { ref: 't', commitment: '00' } })).toEqual({ closed: true });
  });

  it('leaves behind what was settled with its authority when another one decides', () => {
    const license = Folded.opened();
    const settled = (scope: 'house' | 'authority') => ({ reading: 'r', scope, seq: 1 });
    const readings = { a: settled('house'), b: settled('authority') } as never;
    expect(license.changedBy('readings-adopted', { readings, houseSeq: 4, moved: [] })).toEqual({
      'readings.a': settled('house'),
      'readings.b': settled('authority'),
      readingsSeq: 4,
    });
    expect(license.changedBy('authority-moved', { authority: 'sh', office: 'pd' })).toEqual({ office: 'pd' });
    expect(license.changedBy('authority-moved', { authority: 'miit', office: 'pd' })).toEqual({
      authority: 'miit',
      'readings.b': 'gone',
    });
  });

  it('hears of absences, preparation and ladders', () => {
    const license = Folded.opened();
    const away = { person: 'a', from: '2026-10-01', until: '2026-10-08', calledOff: false, houseSeq: 3 };
    expect(license.changedBy('absence-told', { absenceId: 'x', ...away })).toEqual({ 'absences.x': away });
    license.tells('preparation-told', { kind: 'change', days: [1] });
    expect(license.changedBy('preparation-told', { kind: 'renewal', days: [3, 5] })).toEqual({
      'experience.renewal': { days: [3, 5], on: '2026-09-10' },
    });
    const reason = { ref: 't', commitment: '00' };
    license.tells('ladder-chosen', { kind: 'change', offsets: [9], reason });
    expect(license.changedBy('ladder-chosen', { kind: 'renewal', offsets: [60, 30], reason })).toEqual({
      'ladders.own.renewal': { of: 'license', offsets: [60, 30], seq: 6 },
    });
    expect(license.changedBy('house-ladder-adopted', { kind: 'renewal', offsets: [50], houseSeq: 2 })).toEqual({
      'ladders.house.renewal': { of: 'house', offsets: [50], seq: 2 },
    });
    license.tells('house-ladder-adopted', { kind: 'change', offsets: null, houseSeq: 3 });
    expect(license.changedBy('ladder-chosen', { kind: 'renewal', offsets: null, reason })).toEqual({
      'ladders.own.renewal': 'gone',
    });
    expect(Object.keys(license.state.ladders.house)).toEqual(['renewal', 'change']);
  });
});

describe('a mistaken entry', () => {
  const reason = { ref: 't', commitment: '00' };
  const proposal = (member: string) => ({ seq: 2, member, from: '2026-05-20', to: '2026-05-21', reason });
  const kept = (member: string, proposedSeq: number) => ({ ...proposal(member), proposedBy: 'a', proposedSeq });

  it('is proposed by one, and corrected as it should have been', () => {
    const license = Folded.holding();
    expect(license.changedBy('entry-correction-proposed', proposal('grantedOn'), 'a')).toEqual({
      'proposedCorrections.2:grantedOn': kept('grantedOn', 3),
    });
    license.tells('entry-correction-proposed', proposal('validFrom'), 'a');
    const changes = [{ member: 'grantedOn', from: '2026-05-20', to: '2026-05-21' }];
    expect(license.changedBy('entry-corrected', { seq: 2, changes, proposedBy: 'a' }, 'b')).toEqual({
      corrected: [
        { seq: 2, changes, reason, proposedBy: 'a', proposedSeq: 3, approvedBy: 'b', on: '2026-09-15', correctedBy: 5 },
      ],
      'permit.grantedOn': '2026-05-21',
      'proposedCorrections.2:grantedOn': 'gone',
    });
    expect(license.state.proposedCorrections).toEqual({ '2:validFrom': kept('validFrom', 4) });
  });

  it('tells no reason where no proposal of it is on record', () => {
    const changes = [{ member: 'grantedOn', from: '2026-05-20', to: '2026-05-21' }];
    const { corrected } = Folded.holding().changedBy('entry-corrected', { seq: 2, changes, proposedBy: 'a' }, 'b');
    expect(corrected).toMatchObject([{ reason: null, proposedSeq: null }]);
  });

  it.each([
    ['first', ['nothing', 'grantedOn']],
    ['last', ['grantedOn', 'nothing']],
  ])('is left alone as a whole where what comes %s cannot be corrected', (_, members) => {
    const changes = members.map((member) => ({ member, from: null, to: '2026-05-21' }));
    expect(Folded.holding().changedBy('entry-corrected', { seq: 2, changes, proposedBy: 'a' })).toEqual({
      unknownEvents: [3],
    });
  });
});
