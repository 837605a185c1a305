import fc from 'fast-check';
import { NotFound, type Principal } from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import { type Life, lived, type Start, starts, steps, timesIn } from '../../../test/support/past-life.js';
import { noticesOf } from '../../../test/support/past-reference.js';
import { LicensesAsOf } from './licenses-as-of.js';
import type { PastStreams } from './past-streams.js';

/** Lives; a long search by hand sets PAIZHAO_MODEL_RUNS, such as 20000. */
const runs = Number(process.env.PAIZHAO_MODEL_RUNS ?? 60);
const eachStart = Object.keys(starts) as Start[];
const picked = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

const caller = {} as Principal;

/** Its two streams, read whole: that they are cut as they should be is the reading's own affair. */
function streamsOf({ entries, list }: Life): PastStreams {
  const deliveries = list.deliveries.map(({ notice, person, state, day, known }, i) => {
    const { obligationId, rung } = notice.data as { obligationId: string; rung: string };
    const key = ['license-1', obligationId, rung, person, 'mail'].join('/');
    return { seq: i + 1, type: `delivery-${state}`, v: 1, validOn: day, recordedAt: known, data: { key } };
  });
  const read = { entries, deliveries: deliveries as unknown as Envelope[], couldSee: null };
  return { license: async () => ({ ...read, position: { at: '', streams: [] } }) } as unknown as PastStreams;
}

describe('messages that had left', () => {
  it('are those of the list of what became of each', async () => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...eachStart), steps, picked, async (start, acts, picks) => {
        const life = lived(start, acts);
        const past = new LicensesAsOf(streamsOf(life));
        for (const question of timesIn(life, picks)) {
          const notices = await noticesAsOf(past, question);
          if (notices === null) continue;
          const expected = noticesOf(life.list, question);
          expect({ question, notices }).toEqual({ question, notices: expected });
          left += expected.length;
        }
      }),
      { numRuns: runs },
    );
    expect(left).toBeGreaterThan(0);
  });
});

async function noticesAsOf(past: LicensesAsOf, question: Parameters<LicensesAsOf['at']>[1]): Promise<object[] | null> {
  try {
    const { notices } = await past.at('license-1', question, undefined, caller);
    return notices.map(({ obligationId, rung, personId, role, state, at }) => ({
      ...{ obligationId, rung, personId, role, state, at },
    }));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
