import { aLicense, approver, aText, type Desk, officer } from '../../test/support/builders.js';
import { correctionItems, itemsByRound } from './correction-items.js';
import type { Filing } from './license.js';

const day = '2026-03-02';
const filingId = 'new-1';
const form = 'application-form';
const other = { ref: 'text-2', commitment: '11'.repeat(32) };

/** A filing that came back: one point about a material, one about none. */
function asked(): Desk {
  return aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', {
      filingId,
      noticedOn: day,
      dueOn: null,
      number: null,
      items: [
        { requirementId: form, text: aText },
        { requirementId: null, text: null },
      ],
    })
    .until('2026-03-05');
}

const itemsOf = (desk: Desk) => correctionItems(desk.filing(filingId));
const statesOf = (desk: Desk) => itemsOf(desk).map(({ state }) => state);
const signed = (desk: Desk) => desk.does('sign-off-pack', { filingId, deferred: [] }, { by: approver });
const passed = (desk: Desk, itemId: string) =>
  desk.does('pass-over-correction-item', { filingId, itemId, reason: other });

describe('an item of a correction', () => {
  it('shows the version that was sent back, and is open', () => {
    const desk = asked();
    const [version] = desk.filing(filingId).materials[form] ?? [];
    expect(itemsOf(desk)).toMatchObject([
      {
        id: 'r1-1',
        requirementId: form,
        state: 'open',
        rejected: { materialId: version?.materialId, version: 1, sha256: version?.sha256 },
        suppliedBy: null,
        done: null,
      },
      { id: 'r1-2', requirementId: null, state: 'open', rejected: null, said: null, done: null },
    ]);
  });

  it('is answered by a newer version, and says who supplied it and when', () => {
    const desk = asked().supplies(filingId, form);
    const [, version] = desk.filing(filingId).materials[form] ?? [];
    expect(itemsOf(desk)[0]).toMatchObject({
      state: 'supplied',
      rejected: { version: 1 },
      suppliedBy: { materialId: version?.materialId, version: 2 },
      done: { by: officer.id, on: '2026-03-05', seq: version?.seq },
    });
  });

  it('that names no material is answered in words, or by a material supplied for it', () => {
    const words = asked().does('answer-correction-item', { filingId, itemId: 'r1-2', text: other });
    expect(itemsOf(words)[1]).toMatchObject({
      state: 'answered',
      said: other,
      done: { by: officer.id, on: '2026-03-05' },
    });
    const material = asked();
    material.does('supply-material', material.material(filingId, 'r1-2'));
    expect(itemsOf(material)[1]).toMatchObject({ state: 'supplied', rejected: null, suppliedBy: { version: 1 } });
  });

  it('is passed over for a reason, and what is supplied afterwards answers it all the same', () => {
    const desk = passed(asked(), 'r1-1');
    expect(itemsOf(desk)[0]).toMatchObject({ state: 'passed-over', said: other });
    desk.supplies(filingId, form);
    expect(itemsOf(desk)[0]).toMatchObject({ state: 'supplied', said: null });
  });

  it('keeps its answer when the filing has gone in again, while the next notice asks anew', () => {
    const desk = asked().supplies(filingId, form);
    signed(desk)
      .submits()
      .does('record-correction-notice', {
        filingId,
        noticedOn: '2026-03-05',
        dueOn: null,
        number: null,
        items: [{ requirementId: form, text: null }],
      })
      .supplies(filingId, form);
    expect(itemsByRound(desk.filing(filingId))).toMatchObject([
      { round: 1, items: [{ state: 'supplied', suppliedBy: { version: 2 } }, { state: 'answered' }] },
      { round: 2, items: [{ state: 'supplied', rejected: { version: 2 }, suppliedBy: { version: 3 } }] },
    ]);
  });

  it('is none where no correction waits', () => {
    expect(correctionItems(aLicense(day).prepares().submits().filing(filingId))).toEqual([]);
    expect(correctionItems(aLicense(day).prepares().filing(filingId))).toEqual([]);
  });
});

describe('a filing goes in again', () => {
  it('only when each item is answered or passed over', () => {
    const desk = asked();
    const unanswered = () => desk.refuses('submit-filing', { filingId });
    expect(unanswered()).toMatchObject({
      code: 'correction-unanswered',
      details: { items: [{ id: 'r1-1' }, { id: 'r1-2' }] },
    });
    passed(desk, 'r1-1');
    expect(unanswered()).toMatchObject({ code: 'correction-unanswered', details: { items: [{ id: 'r1-2' }] } });
    desk.does('answer-correction-item', { filingId, itemId: 'r1-2', text: other }).submits();
    expect(desk.filing(filingId)).toMatchObject({ status: 'submitted', rounds: [{}, { round: 2 }] });
  });

  it('with everything passed over, on the pack as it was', () => {
    const desk = passed(passed(asked(), 'r1-1'), 'r1-2').submits();
    expect(statesOf(desk)).toEqual([]);
    expect(desk.filing(filingId).status).toBe('submitted');
  });
});

describe('an item that names what no filing is asked for', () => {
  const named = (requirementId: string) => ({
    filingId,
    noticedOn: day,
    dueOn: null,
    number: null,
    items: [
      { requirementId: null, text: aText },
      { requirementId, text: aText },
    ],
  });

  it.each(['constructor', '__proto__', 'no-such-paper'])('is refused: %s', (requirementId) => {
    const desk = aLicense(day).prepares().submits();
    expect(desk.refuses('record-correction-notice', named(requirementId))).toMatchObject({
      code: 'unknown-requirement',
      details: { pointer: '/items/1/requirementId' },
    });
    desk.does('record-correction-notice', named(form));
    const seq = desk.state.papers.at(-1)?.seq ?? 0;
    const to = [{ id: 'r1-2', requirementId, text: null }];
    expect(desk.refuses('propose-correction', { seq, member: 'items', to, reason: aText })).toMatchObject({
      code: 'unknown-requirement',
      details: { pointer: '/to/0/requirementId' },
    });
  });

  it('is a task like any other where an older release let it in', () => {
    const desk = asked();
    const [round] = desk.filing(filingId).rounds;
    const items = [{ id: 'r1-1', requirementId: 'constructor', text: null }];
    const odd = { ...desk.filing(filingId), rounds: [{ ...round, correction: { ...round?.correction, items } }] };
    expect(correctionItems(odd as Filing)).toMatchObject([{ state: 'open', rejected: null, suppliedBy: null }]);
  });

  it('is not deferred either', () => {
    const desk = aLicense(day).prepares();
    const deferring = { filingId, deferred: ['constructor'] };
    expect(desk.refuses('sign-off-pack', deferring, { by: approver })).toMatchObject({
      code: 'requirement-not-deferrable',
    });
  });
});

describe('an answer is refused', () => {
  const answer = (itemId: string, on?: string) => ({
    ...(on ? { how: { on } } : {}),
    data: { filingId, itemId, text: other },
  });

  it.each([
    ['in words where a material is asked for', answer('r1-1'), 'correction-item-needs-material', '/itemId'],
    ['to an item that the notice does not have', answer('r1-9'), 'correction-item-not-found', '/itemId'],
    ['dated before the notice', answer('r1-2', '2026-03-01'), 'submission-before-notice', '/validOn'],
    [
      'about a filing that is not there',
      { data: { ...answer('r1-2').data, filingId: 'new-9' } },
      'filing-not-found',
      '/filingId',
    ],
  ])('%s', (_, { data, ...rest }, code, pointer) => {
    const how = 'how' in rest ? rest.how : {};
    expect(asked().refuses('answer-correction-item', data, how)).toMatchObject({ code, details: { pointer } });
  });

  it('where no notice waits', () => {
    const desk = aLicense(day).prepares().submits();
    expect(desk.refuses('answer-correction-item', answer('r1-1').data)).toMatchObject({ code: 'correction-not-open' });
  });

  it('by passing over what is answered', () => {
    const desk = asked().supplies(filingId, form);
    const reason = { filingId, reason: other };
    expect(desk.refuses('pass-over-correction-item', { ...reason, itemId: 'r1-1' })).toMatchObject({
      code: 'correction-item-answered',
      details: { state: 'supplied' },
    });
  });
});
