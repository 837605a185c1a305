import { percentile } from '../figures.js';
import { HttpClient } from '../http-client.js';
import { runLoad } from '../load.js';
import type { ScaleSession } from './scale-session.js';
import { peopleOf } from './scale-state.js';
import { licenseIds } from './sleepers.js';

export interface Latencies {
  commands: number;
  callers: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  latenciesMs: number[];
}

/** Commands through HTTP, each on a license of its own. */
export interface CommandsResult {
  /** On workflows that no worker holds: it replays each from its history. */
  asleep: Latencies;
  /** The same licenses again, at once. */
  awake: Latencies;
  /** Others that sleep, by several callers at a time. */
  asleepAtOnce: Latencies;
}

const callersAtOnce = 8;

export async function measureCommands(session: ScaleSession, wanted: number): Promise<CommandsResult> {
  const { state, stack, say } = session;
  const count = Math.min(wanted, Math.floor(state.licenses / 2));
  const ids = licenseIds(session);
  const [first, second] = [ids.slice(0, count), ids.slice(count, 2 * count)];
  const http = new HttpClient(stack.apiUrl, state.cast?.officer.token ?? '', callersAtOnce);
  const acts = async (licenses: string[], callers: number, turn: number): Promise<Latencies> => {
    await session.untilIdle();
    http.close(); // the server ends idle connections after a few seconds, perhaps just when one is used again
    const tell = session.progress(`commands by ${callers} at a time`);
    const act = async (index: number): Promise<void> => {
      const { outcome } = await http.post(`/licenses/${licenses[index]}/people`, {
        people: peopleIn(session, index, turn),
      });
      if (outcome !== 'appended') throw new Error(`command ${index}: ${outcome}`);
      tell(index + 1, licenses.length);
    };
    const { seconds, latencies } = await runLoad({ callers, count: licenses.length, act });
    return latenciesOf(callers, seconds, latencies);
  };
  try {
    say('a new worker, which holds no workflow');
    await session.newWorker();
    const asleep = await acts(first, 1, 1);
    const awake = await acts(first, 1, 2);
    return { asleep, awake, asleepAtOnce: await acts(second, callersAtOnce, 1) };
  } finally {
    http.close();
  }
}

/** Owner and deputy change places, so that every command changes something. */
function peopleIn({ state }: ScaleSession, index: number, turn: number) {
  if (!state.cast) throw new Error('nobody is there');
  const people = peopleOf(state.cast, index);
  return turn % 2 === 1 ? { ...people, owner: people.deputy, deputy: people.owner } : people;
}

function latenciesOf(callers: number, seconds: number, latencies: readonly number[]): Latencies {
  return {
    commands: latencies.length,
    callers,
    perSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    latenciesMs: latencies.map((latency) => Math.round(latency * 10) / 10),
  };
}
