import { defaultPayloadConverter } from '@temporalio/common';
import { Keyring } from '../keys/keyring.js';
import { EncryptingCodec } from './payload-codec.js';

describe('the payload codec', () => {
  const codec = new EncryptingCodec(Buffer.alloc(32, 1));
  const payload = defaultPayloadConverter.toPayload({ status: 'valid' });

  it('stores nothing that can be read, and reads it again', async () => {
    const [sealed] = await codec.encode([payload]);
    expect(Buffer.from(sealed?.data ?? []).toString('latin1')).not.toContain('valid');
    const [opened] = await codec.decode([sealed ?? {}]);
    expect(defaultPayloadConverter.fromPayload(opened ?? {})).toEqual({ status: 'valid' });
  });

  it('leaves alone what was stored without it', async () => {
    await expect(codec.decode([payload])).resolves.toEqual([payload]);
  });

  it('reads what was stored under an earlier key, with a name of the key and without', async () => {
    const both = new EncryptingCodec(new Keyring(Buffer.alloc(32, 2), [Buffer.alloc(32, 1)]));
    const [named] = await codec.encode([payload]);
    const unnamed = {
      metadata: { encoding: named?.metadata?.encoding ?? new Uint8Array() },
      data: named?.data ?? null,
    };
    for (const sealed of [named ?? {}, unnamed]) {
      const [opened] = await both.decode([sealed]);
      expect(defaultPayloadConverter.fromPayload(opened ?? {})).toEqual({ status: 'valid' });
    }
    const [fresh] = await both.encode([payload]);
    await expect(new EncryptingCodec(Buffer.alloc(32, 2)).decode([fresh ?? {}])).resolves.toHaveLength(1);
    await expect(codec.decode([fresh ?? {}])).rejects.toThrow('data key');
  });

  it('refuses what another key sealed or somebody changed', async () => {
    const [sealed] = await new EncryptingCodec(Buffer.alloc(32, 2)).encode([payload]);
    await expect(codec.decode([sealed ?? {}])).rejects.toThrow();
    const [own] = await codec.encode([payload]);
    own?.data?.set([(own.data.at(-1) ?? 0) ^ 1], own.data.length - 1);
    await expect(codec.decode([own ?? {}])).rejects.toThrow();
  });
});
