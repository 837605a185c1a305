import { OutcomeUnknown, TooManyCommands } from './errors.js';
import { LicenseLanes } from './license-lanes.js';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

describe('the line of a license', () => {
  const far = () => Date.now() + 60_000;

  it('lets one command through at a time, in the order in which they came', async () => {
    const lanes = new LicenseLanes(100);
    const seen: string[] = [];
    const first = held();
    const all = [
      lanes.run('a', '1', far(), async () => {
        seen.push('1 begins');
        await first.work();
        seen.push('1 ends');
      }),
      lanes.run('a', '2', far(), async () => void seen.push('2')),
      lanes.run('a', '3', far(), async () => void seen.push('3')),
    ];
    first.end();
    await Promise.all(all);
    expect(seen).toEqual(['1 begins', '1 ends', '2', '3']);
  });

  it('does not hold up another license', async () => {
    const lanes = new LicenseLanes(100);
    const first = held();
    const slow = lanes.run('a', '1', far(), first.work);
    await expect(lanes.run('b', '2', far(), async () => 'done')).resolves.toBe('done');
    first.end();
    await slow;
  });

  it('goes on behind a command that failed', async () => {
    const lanes = new LicenseLanes(100);
    const failed = lanes.run('a', '1', far(), () => Promise.reject(new Error('no')));
    const next = lanes.run('a', '2', far(), async () => 'done');
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });

  it('turns away who would have to wait behind too many', async () => {
    const lanes = new LicenseLanes(1);
    const first = held();
    const waiting = [lanes.run('a', '1', far(), first.work), lanes.run('a', '2', far(), async () => undefined)];
    await expect(lanes.run('a', '3', far(), async () => undefined)).rejects.toThrow(TooManyCommands);
    first.end();
    await Promise.all(waiting);
    await expect(lanes.run('a', '4', far(), async () => 'done')).resolves.toBe('done');
  });

  it('gives up waiting at the deadline, and the next one still has its turn', async () => {
    const lanes = new LicenseLanes(100);
    const first = held();
    const slow = lanes.run('a', '1', far(), first.work);
    const late = lanes.run('a', '2', Date.now(), async () => 'never');
    const patient = lanes.run('a', '3', far(), async () => 'done');
    await expect(late).rejects.toThrow(OutcomeUnknown);
    first.end();
    await slow;
    await expect(patient).resolves.toBe('done');
  });
});
