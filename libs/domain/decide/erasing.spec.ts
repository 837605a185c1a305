import { aCompany, aLicense, aText, Desk, people } from '../../../test/support/builders.js';
import { textsOf } from '../erasure.js';

const day = '2026-03-02';
const filingId = 'new-1';
const erasure = (...refs: string[]) => ({ refs, ground: 'purpose-met' as const, reason: aText });

/** A filing with an original at a place that a text names. */
const atAPlace = () =>
  aLicense(day)
    .prepares()
    .does('hand-over-original', {
      filingId,
      requirementId: 'business-license',
      holder: { place: { ref: 'place', commitment: '11'.repeat(32) } },
      handedOverOn: day,
      dueBackOn: null,
    });

describe('texts', () => {
  it('are erased by an event that names them', () => {
    expect(aLicense(day).decides('erase-texts', erasure('one', 'two'))).toMatchObject([
      { type: 'erased', validOn: day, data: { what: 'texts', refs: ['one', 'two'], ground: 'purpose-met' } },
    ]);
  });

  it('change nothing else', () => {
    const desk = aLicense(day);
    const before = desk.state;
    const { seq: _, ...after } = desk.does('erase-texts', erasure('one')).state;
    expect(before).toMatchObject(after);
  });

  it('that an open filing needs stay until it is closed', () => {
    const desk = atAPlace();
    expect(desk.refuses('erase-texts', erasure('one', 'place'))).toMatchObject({
      code: 'text-needed',
      details: { needed: ['place'], neededFor: filingId, pointer: '/refs' },
    });
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('erase-texts', erasure('place'));
  });

  it('by which the company is known stay until the license is closed', () => {
    const legalRepresentative = { ref: 'representative', commitment: '11'.repeat(32) };
    const desk = Desk.opens(day, { company: aCompany({ legalRepresentative }) });
    expect(desk.refuses('erase-texts', erasure('representative'))).toMatchObject({ details: { neededFor: 'company' } });
    desk.does('close-license', { reason: aText }).does('erase-texts', erasure('representative'));
  });
});

it('texts are found wherever a value refers to them', () => {
  expect(textsOf({ a: [aText, { b: { ref: 'x', commitment: 'y' } }], c: { ref: 'no text' }, people })).toEqual([
    'text-1',
    'x',
  ]);
});
