import { createHash } from 'node:crypto';
import { DocumentUnreadable } from '../documents/index.js';
import type { Cipher } from '../persistence/index.js';
import { bytesOf, documentsIn } from './bytes.js';
import type { Gathered, PersonalParts } from './gather.js';

const contents = new Map([
  ['one', Buffer.from('one')],
  ['two', Buffer.from('two')],
]);

const personal: PersonalParts = {
  cipher: {} as Cipher,
  names: true,
  texts: true,
  store: {
    read: async (key) => {
      const bytes = contents.get(key);
      if (!bytes) throw new DocumentUnreadable(key, 'missing');
      return bytes;
    },
  },
};

const aDocument = (storageKey: string, rest: Partial<Gathered['documents'][number]> = {}) =>
  ({
    id: storageKey,
    kind: 'material',
    storageKey,
    sha256: createHash('sha256').update(storageKey).digest('hex'),
    bytes: 3,
    mediaType: 'application/pdf',
    inPeriod: true,
    ...rest,
  }) as Gathered['documents'][number];

const omitted = async (documents: Gathered['documents'], parts: PersonalParts | null = personal) =>
  (await documentsIn({ documents } as Gathered, parts)).map((document) => document.omitted);

describe('the bytes of documents', () => {
  it('come along where they are asked for, covered, and as they were hashed', async () => {
    expect(await omitted([aDocument('one')])).toEqual([null]);
    expect(await omitted([aDocument('one')], null)).toEqual(['not-asked']);
    expect(await omitted([aDocument('one', { inPeriod: false })])).toEqual(['outside-period']);
    expect(await omitted([aDocument('three')])).toEqual(['unreadable']);
    for (const parts of [personal, null])
      expect(await omitted([aDocument('one', { erased: true })], parts)).toEqual(['erased']);
    expect(await omitted([aDocument('one', { storageKey: 'two' })])).toEqual(['unreadable']);
  });

  it('come once, however many documents they are', async () => {
    const documents = [aDocument('one'), aDocument('one', { id: 'again' }), aDocument('two')];
    const files = [...bytesOf(await documentsIn({ documents } as Gathered, personal), personal)];
    expect(files.map(({ path }) => path)).toEqual(
      ['one', 'two'].map((text) => `files/${createHash('sha256').update(text).digest('hex')}.pdf`),
    );
    expect(await files[1]?.content()).toEqual(contents.get('two'));
  });

  it('are refused where no archive holds them', async () => {
    const large = [aDocument('one', { bytes: 3e9 }), aDocument('two', { bytes: 3e9 })];
    await expect(omitted(large)).rejects.toMatchObject({ code: 'bundle-too-large', kind: 'invalid' });
    expect(await omitted(large, null)).toEqual(['not-asked', 'not-asked']);
    expect(await omitted([large[0] as never, large[0] as never])).toEqual([null, null]);
  });
});
