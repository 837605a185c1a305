import { latestTable, loadCalendar } from '../calendar/index.js';
import { latestPack } from './packs.js';
import { remembered } from './remembered.js';

const aLaw = () => ({ pack: latestPack, calendar: loadCalendar(latestTable) });

/** Counts how often an answer is worked out. */
function counting<T extends object | null>(answer: T) {
  const counted = { times: 0, compute: (): T => answer };
  counted.compute = () => {
    counted.times++;
    return answer;
  };
  return counted;
}

describe('an answer', () => {
  it('is worked out once for a law and a question', () => {
    const [law, answer] = [aLaw(), counting({ date: '2026-03-02' })];
    expect(remembered(law, 'a', answer.compute)).toBe(remembered(law, 'a', answer.compute));
    expect(answer.times).toBe(1);
  });

  it('that there is none is remembered as well', () => {
    const [law, none] = [aLaw(), counting(null)];
    expect([remembered(law, 'a', none.compute), remembered(law, 'a', none.compute)]).toEqual([null, null]);
    expect(none.times).toBe(1);
  });

  it('is of its question and its law alone', () => {
    const [law, answer] = [aLaw(), counting({})];
    remembered(law, 'a', answer.compute);
    remembered(law, 'b', answer.compute);
    remembered({ ...law }, 'a', answer.compute);
    expect(answer.times).toBe(3);
    const [one, other] = [{ n: 1 }, { n: 2 }];
    expect([remembered(law, 'c', () => one), remembered(law, 'd', () => other)]).toEqual([one, other]);
  });

  it('that was refused is asked again', () => {
    const law = aLaw();
    const refuse = () => {
      throw new Error('refused');
    };
    expect(() => remembered(law, 'a', refuse)).toThrow('refused');
    expect(remembered(law, 'a', () => ({ date: '2026-03-02' }))).toEqual({ date: '2026-03-02' });
  });

  it('cannot be changed, however deep', () => {
    const answer = remembered(aLaw(), 'a', () => ({ list: [{ date: '2026-03-02', none: null, n: 1 }] }));
    expect([answer, answer.list, answer.list[0]].map(Object.isFrozen)).toEqual([true, true, true]);
  });

  it('is kept among the last two thousand of its law', () => {
    const [law, first] = [aLaw(), counting({})];
    const ask = (question: number) => remembered(law, String(question), question === 0 ? first.compute : () => ({}));
    for (let question = 0; question < 2_000; question++) ask(question);
    ask(0);
    expect(first.times).toBe(1);
    ask(2_000);
    ask(0);
    expect(first.times).toBe(2);
  });
});
