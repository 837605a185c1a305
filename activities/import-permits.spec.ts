import { randomUUID } from 'node:crypto';
import { aPermit, officer, people } from '../test/support/builders.js';
import { type HeldPermit, type ImportDeps, importPermits } from './import-permits.js';

const aHeldPermit = (): HeldPermit => ({
  key: randomUUID(),
  companyId: 'company',
  people,
  permit: aPermit({ number: `B2-${randomUUID()}` }),
  grantedOn: null,
  opened: [],
  reportsFiled: [],
  unknown: [],
});

/** Commands are kept as the database keeps them; `advance` is each test's own. */
function world(advance: () => Promise<unknown>) {
  const kept = new Map<string, { fingerprint: string; reply: null; body: { data: { notify: boolean } } }>();
  const deps = {
    advance,
    commands: {
      find: async (id: string) => kept.get(id) ?? null,
      store: async ({ id, ...row }: { id: string; fingerprint: string; body: never }) => {
        if (!kept.has(id)) kept.set(id, { ...row, reply: null });
        return kept.get(id);
      },
      forget: async (id: string) => void kept.delete(id),
    },
    companies: { factsOf: async () => ({ company: {}, companySeq: 1 }) },
    people: { mustKnow: async () => undefined },
    licenses: { withPermitNumber: async () => [] },
    adoptions: { adopted: async () => [] },
    cipher: { fingerprint: (what: object) => JSON.stringify(what) },
    now: () => '2026-11-20T02:00:00.000Z',
  } as unknown as ImportDeps;
  const imports = (permits: HeldPermit[], notify = false) =>
    importPermits(permits, deps, { principal: 'person:a', actor: officer, notify });
  return { kept, deps, imports };
}

const appended = async () => ({ outcome: 'appended', refusal: null });

describe('an import that fails', () => {
  it('ends when those in hand are through, and begins no other', async () => {
    let begun = 0;
    let through = 0;
    const { imports } = world(async () => {
      begun += 1;
      if (begun === 1) throw new Error('the database is gone');
      await new Promise((resolve) => setImmediate(resolve));
      through += 1;
      return appended();
    });
    await expect(imports(Array.from({ length: 30 }, aHeldPermit))).rejects.toThrow('the database is gone');
    expect([begun, through]).toEqual([8, 7]);
  });

  it('leaves no wish to whoever repeats it: that people are told is asked anew', async () => {
    const { kept, deps, imports } = world(async () => {
      throw new Error('the database is gone');
    });
    const permits = [aHeldPermit()];
    await expect(imports(permits, true)).rejects.toThrow();
    deps.advance = appended as unknown as ImportDeps['advance'];
    await expect(imports(permits, false)).resolves.toMatchObject([{ outcome: 'imported' }]);
    expect([...kept.values()].map(({ body }) => body.data.notify)).toEqual([false]);
  });
});
