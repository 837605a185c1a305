import { DocumentUnreadable, FileStoreUnavailable } from '../../libs/documents/index.js';
import { Reach } from './reach.js';

const away = () => Promise.reject(new FileStoreUnavailable('EACCES'));

describe('files that are asked for one by one', () => {
  it('each say what is wrong with them, and the others are asked all the same', async () => {
    const reach = new Reach();
    expect(await reach.whyNot(away)).toBe('out-of-reach');
    expect(await reach.whyNot(() => Promise.reject(new DocumentUnreadable('a', 'altered')))).toBe('altered');
    expect(await reach.whyNot(async () => 'current')).toBe('current');
  });

  it('are no longer asked for where the store gives none', async () => {
    const reach = new Reach();
    for (let i = 0; i < 19; i++) await reach.whyNot(away);
    expect(await reach.whyNot(async () => 'other')).toBe('other');
    for (let i = 0; i < 19; i++) await reach.whyNot(away);
    await expect(reach.whyNot(away)).rejects.toThrow('the file store does not answer');
  });

  it('let other faults through', async () => {
    await expect(new Reach().whyNot(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });
});
