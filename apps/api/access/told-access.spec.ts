import type { AccessEntry } from '../../../libs/persistence/index.js';
import { questionKinds, sensitiveKinds } from './access-kinds.js';
import { toldAccess } from './told-access.js';

const anna = { kind: 'person', id: 'anna' } as const;
const entry = (type: string, data: object, v = 1): AccessEntry => ({
  ...{ stream: 'access/2026-11-20', day: '2026-11-20', seq: 7, v, type, actor: anna, commandId: 'c' },
  ...{ recordedAt: '2026-11-20T02:00:00.000Z', storedAt: '2026-11-20T02:00:00.000Z', validOn: '2026-11-20' },
  data: data as AccessEntry['data'],
});

describe('an entry of the access record', () => {
  it.each([
    [
      'papers-read',
      { who: anna, what: 'pack', licenseId: 'l', of: {}, count: 2 },
      'read',
      'Read a signed pack, so often: 2',
    ],
    ['licenses-exported', { format: 'csv', licenses: 3 }, 'exported', 'Exported a list of licenses (3, as csv)'],
    ['as-of-asked', { question: 'license', subject: 'l', address: '/' }, 'asked', 'Asked about a license as it was'],
  ])('of an earlier release (%s) says neither why nor whom it concerned', (type, data, kind, en) => {
    expect(toldAccess(entry(type, data))).toMatchObject({
      ...{ day: '2026-11-20', seq: 7, kind, who: anna, reason: null, people: [] },
      words: { en },
    });
  });

  it('of a later release is there, without words', () => {
    expect(toldAccess(entry('of-a-later-release', { secret: 1 }))).toEqual({
      ...{ day: '2026-11-20', seq: 7, recordedAt: '2026-11-20T02:00:00.000Z' },
      ...{ kind: 'of-a-later-release', who: anna, words: null },
    });
    expect(toldAccess(entry('papers-read', { who: anna, what: 'of-a-later-release' })).words).toBeNull();
  });

  it.each([
    ['role-not-allowed', '访问被拒绝 2 次（角色无此权限）', 'Denied, so often: 2 (Not for this role)'],
    ['outside-scope', '访问被拒绝 2 次（超出授权范围）', 'Denied, so often: 2 (Outside the scope)'],
    ['of-a-later-release', '访问被拒绝 2 次（of-a-later-release）', 'Denied, so often: 2 (of-a-later-release)'],
  ])('of a denial says in words why: %s', (why, zh, en) => {
    expect(toldAccess(entry('access-denied', { who: anna, why, count: 2 }))).toMatchObject({ why, words: { zh, en } });
  });

  it('has words in both languages, whatever was read or asked', () => {
    const all = [
      ...sensitiveKinds.map((what) => entry('papers-read', { who: anna, what, count: 1 })),
      ...questionKinds.map((question) => entry('as-of-asked', { question })),
    ];
    for (const { words } of all.map(toldAccess))
      expect(words).toEqual({ zh: expect.stringMatching(/^查/), en: expect.stringMatching(/^(Read|Asked about) /) });
  });
});
