import { LicenseStory } from '../../test/support/license-story.js';
import type { SettledReadings } from '../rulebook/index.js';
import { adoptionImpact, movedDatesIn } from './adoption.js';
import { decide } from './decide.js';
import type { RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import { lawOf } from './pinned-law.js';

const readings: SettledReadings = {
  'limit.review': { reading: 'working-days-from-acceptance', scope: 'installation', houseSeq: 3 },
};

/** A first filing under review. */
const inReview = () =>
  LicenseStory.on('2026-11-02').files('new-1', 'new', '2026-11-02').goesTo('2026-11-06').accepts('new-1');

function adopting(story: LicenseStory, adopted: SettledReadings) {
  const before = lawOf(story.state.pins, story.state.readings);
  return { ...story.context(), law: lawOf(story.state.pins, adopted), lawBefore: before };
}

describe('the impact of other law', () => {
  it('names each date that moves, with rule, reading and versions before and after', () => {
    const story = inReview();
    const [impact, ...more] = adoptionImpact(story.state, adopting(story, readings));
    expect(more).toEqual([]);
    expect(impact).toMatchObject({
      kind: 'review',
      from: { rule: 'limit.review', reading: 'calendar-days-from-first-receipt', date: '2027-01-01' },
      to: { rule: 'limit.review', reading: 'working-days-from-acceptance' },
    });
    expect((impact?.to.date ?? '') > '2027-01-01').toBe(true);
  });

  it('is empty where nothing moves', () => {
    const story = inReview();
    expect(adoptionImpact(story.state, adopting(story, {}))).toEqual([]);
  });

  it('cannot be told without the law that is pinned', () => {
    const story = inReview();
    expect(() => adoptionImpact(story.state, story.context())).toThrow(
      expect.objectContaining({ code: 'law-not-loaded', kind: 'unavailable' }),
    );
  });
});

describe('adopt-readings', () => {
  const adopt = (story: LicenseStory, houseSeq: number, authority?: string) =>
    decide(
      story.state,
      {
        type: 'adopt-readings',
        validOn: story.today,
        data: { readings, houseSeq, ...(authority ? { authority } : {}) },
      },
      adopting(story, readings),
    );

  it('records what holds and which dates moved; from then on the license computes by it', () => {
    const story = inReview();
    const [event] = adopt(story, 3);
    expect(event).toMatchObject({ type: 'readings-adopted', data: { readings, houseSeq: 3 } });
    expect(event?.data).toHaveProperty('moved', movedDatesIn(adoptionImpact(story.state, adopting(story, readings))));
    const recorded = { ...event, seq: 99, recordedAt: story.now, actor: { kind: 'system', id: 'fan-out' } };
    const after = evolve(story.licenseId, story.state, recorded as RecordedEvent);
    expect(after).toMatchObject({ readings, readingsSeq: 3 });
  });

  it('is nothing where a later word was heard before', () => {
    const story = inReview();
    story.says('readings-adopted', { readings: {}, houseSeq: 4, moved: [] });
    expect(adopt(story, 3)).toEqual([]);
  });

  it('drops what was settled with another authority, and hears the same entry again for the one that decides now', () => {
    const settled: SettledReadings = {
      'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 4 },
      'limit.permit-issue': { reading: 'calendar-days', scope: 'license', houseSeq: 2 },
    };
    const story = inReview();
    story.says('readings-adopted', { readings: settled, houseSeq: 4, moved: [] });
    story.says('authority-moved', { authority: 'sh', office: 'sh-east' });
    expect(story.state.readings).toEqual(settled);
    story.says('authority-moved', { authority: 'MIIT', office: 'MIIT' });
    expect(Object.keys(story.state.readings)).toEqual(['limit.permit-issue']);
    expect(adopt(story, 4)).toEqual([]);
    expect(adopt(story, 4, 'sh')).toEqual([]);
    expect(adopt(story, 3, 'MIIT')).toEqual([]);
    expect(adopt(story, 4, 'MIIT')).toMatchObject([{ type: 'readings-adopted', data: { readings, houseSeq: 4 } }]);
  });
});
