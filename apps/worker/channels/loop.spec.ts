import { pino } from 'pino';
import type { ChannelSteps } from '../../../activities/channels/index.js';
import { startChannelLoop } from './loop.js';

const quiet = pino({ level: 'silent' });

/** Steps that count what they were asked, and a promise of the moment at which something happens. */
function aDesk(over: Partial<ChannelSteps> = {}) {
  const done: string[] = [];
  const heard = new Map<string, () => void>();
  const when = (what: string) => new Promise<void>((resolve) => heard.set(what, resolve));
  const note = (what: string): number => {
    done.push(what);
    heard.get(what)?.();
    return 0;
  };
  const steps: ChannelSteps = {
    waiting: async () => ({ feed: true, replays: true, endpoints: ['slow', 'quick'], robots: ['r'] }),
    spread: async () => note('spread'),
    replay: async () => {
      note('replay');
      return null;
    },
    deliverTo: async (id) => note(`deliver ${id}`),
    tell: async (id) => note(`tell ${id}`),
    ...over,
  };
  return { steps, done, when, note };
}

describe('the channels’ loop', () => {
  it('does whatever waits', async () => {
    const { steps, done, when } = aDesk();
    const last = when('tell r');
    const loop = startChannelLoop(steps, quiet);
    await last;
    await loop.stop();
    expect(done).toEqual(expect.arrayContaining(['spread', 'replay', 'deliver slow', 'deliver quick', 'tell r']));
  });

  it('lets no slow endpoint keep another one waiting, and asks it once at a time', async () => {
    let release = () => {};
    const slow = new Promise<number>((resolve) => {
      release = () => resolve(0);
    });
    const { steps, done, when, note } = aDesk();
    steps.deliverTo = async (id) => {
      note(`deliver ${id}`);
      return id === 'slow' ? slow : 0;
    };
    const first = when('deliver quick');
    const loop = startChannelLoop(steps, quiet);
    await first;
    await when('deliver quick');
    expect(done.filter((what) => what === 'deliver slow')).toHaveLength(1);
    release();
    await loop.stop();
  });

  it('goes on after a failure of a step', async () => {
    const { steps, when } = aDesk();
    let failed = false;
    steps.spread = async () => {
      if (failed) return 0;
      failed = true;
      throw new Error('the database is away');
    };
    const first = when('deliver quick');
    const loop = startChannelLoop(steps, quiet);
    await first;
    await when('deliver quick');
    await loop.stop();
    expect(failed).toBe(true);
  });

  it('stops when it is told to, after what it has in hand', async () => {
    let ended = false;
    const { steps, when, note } = aDesk();
    steps.deliverTo = async (id) => {
      note(`deliver ${id}`);
      await new Promise((resolve) => setImmediate(resolve));
      ended = true;
      return 1;
    };
    const first = when('deliver slow');
    const loop = startChannelLoop(steps, quiet);
    await first;
    await loop.stop();
    expect(ended).toBe(true);
  });
});
