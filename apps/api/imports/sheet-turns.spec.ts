import { SheetTurns } from './sheet-turns.js';

describe('sheets that are given back', () => {
  it('are made one at a time, and a few wait', async () => {
    const turns = new SheetTurns();
    let [atOnce, most] = [0, 0];
    const work = async (): Promise<string> => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      return 'made';
    };
    const made = Array.from({ length: 8 }, () => turns.take(work));
    await expect(turns.take(work)).rejects.toMatchObject({ code: 'too-many-sheets', kind: 'unavailable' });
    expect([await Promise.all(made), most]).toEqual([Array(8).fill('made'), 1]);
  });

  it('go on after one that failed', async () => {
    const turns = new SheetTurns();
    const failing = turns.take(() => Promise.reject(new Error('swept')));
    const next = turns.take(async () => 'made');
    await expect(failing).rejects.toThrow('swept');
    expect(await next).toBe('made');
  });
});
