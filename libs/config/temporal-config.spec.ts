import { ConfigurationError } from './demanded.js';
import { loadTemporalConfig } from './temporal-config.js';

const key = Buffer.alloc(32, 7).toString('base64');

describe('the configuration of a process that asks Temporal only', () => {
  it('needs nothing outside production, and no key is used there', () => {
    const { temporal, dataKey } = loadTemporalConfig({ PAIZHAO_DATA_KEY: key });
    expect(temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'paizhao', apiKey: null, certificate: null });
    expect(dataKey).toBeNull();
  });

  it('has the key of messages in production', () => {
    const { dataKey } = loadTemporalConfig({ NODE_ENV: 'production', PAIZHAO_DATA_KEY: key });
    expect(dataKey?.reveal()).toEqual(Buffer.alloc(32, 7));
    expect(String(dataKey)).not.toContain(key);
  });

  it.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['no key in production', { NODE_ENV: 'production' }, /PAIZHAO_DATA_KEY: is needed in production/],
    ['an address without a port', { TEMPORAL_ADDRESS: 'server' }, /TEMPORAL_ADDRESS: must be host:port/],
    ['a certificate without its key', { TEMPORAL_TLS_CERT: 'x' }, /TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: give both/],
  ])('refuses %s', (_, env, said) => {
    const load = () => loadTemporalConfig(env);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(said);
  });
});
