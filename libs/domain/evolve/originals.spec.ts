import { aLicense, licenseId, officer, people } from '../../../test/support/builders.js';
import type { RecordedEvent } from '../events.js';
import { evolve } from '../evolve.js';

const day = '2026-03-02';
const drafted = () =>
  aLicense(day).does('open-filing', { kind: 'new', period: null, answers: [], plannedOn: null }).state;

const at = (type: string, data: object) =>
  ({
    type,
    v: 1,
    data: { filingId: 'new-1', requirementId: 'business-license', ...data },
    seq: 9,
    validOn: day,
    recordedAt: `${day}T02:00:00.000Z`,
    actor: officer,
  }) as unknown as RecordedEvent;

const handedOver = at('original-handed-over', {
  holder: { person: people.deputy },
  handedOverOn: day,
  dueBackOn: null,
});

describe('an original on record', () => {
  it('begins anew with each hand-over, and still was shown at the window', () => {
    const shown = evolve(licenseId, evolve(licenseId, drafted(), handedOver), at('original-shown', { shownOn: day }));
    expect(shown?.filings['new-1']?.originals).toMatchObject({ 'business-license': { shownOn: day, seq: 9 } });
    const again = evolve(licenseId, shown, handedOver);
    expect(again?.filings['new-1']?.originals['business-license']).toEqual({
      holder: { person: people.deputy },
      handedOverOn: day,
      dueBackOn: null,
      shownOn: day,
      showings: [{ on: day, seq: 9 }],
      returnedOn: null,
      returnedSeq: null,
      seq: 9,
    });
  });

  it('stands as before without the entry that was a mistake', () => {
    const given = evolve(licenseId, drafted(), handedOver);
    const shown = (on: string, seq: number) => ({ ...at('original-shown', { shownOn: on }), seq });
    const back = { ...at('original-returned', { returnedOn: '2026-03-05' }), seq: 12 };
    const all = [shown('2026-03-04', 10), shown('2026-03-03', 11), back];
    const whole = all.reduce((state, event) => evolve(licenseId, state, event), given);
    const originalOf = (state: typeof whole) => state?.filings['new-1']?.originals['business-license'];
    const without = (entry: number) => originalOf(evolve(licenseId, whole, at('original-corrected', { entry })));
    expect(originalOf(whole)).toMatchObject({ shownOn: '2026-03-04', returnedOn: '2026-03-05' });
    expect(without(12)).toMatchObject({ shownOn: '2026-03-04', returnedOn: null, returnedSeq: null });
    expect(without(11)).toMatchObject({ shownOn: '2026-03-04', returnedOn: '2026-03-05' });
    expect(without(10)).toMatchObject({ shownOn: '2026-03-03', showings: [{ on: '2026-03-03', seq: 11 }] });
  });

  it.each([
    ['shown before it was handed over', at('original-shown', { shownOn: day })],
    ['returned before it was handed over', at('original-returned', { returnedOn: day })],
    ['corrected before it was handed over', at('original-corrected', { entry: 8 })],
    ['of a filing that there is not', at('original-handed-over', { filingId: 'new-7' })],
  ])('%s changes nothing and is counted', (_what, event) => {
    const before = drafted();
    expect(evolve(licenseId, before, event)).toMatchObject({ filings: before.filings, unknownEvents: [9] });
  });
});
