import { commandIdFor, eventIdFor, fanOutCommandId, licenseIdFor, uuid5 } from './uuid5.js';

/** Namespace for DNS names, RFC 9562 appendix A. */
const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('uuid5', () => {
  it('gives the example of the RFC', () => {
    expect(uuid5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('gives the same license for the same principal and key, and another one for any other', () => {
    const id = licenseIdFor('person-1', 'key');
    expect(licenseIdFor('person-1', 'key')).toBe(id);
    const others = [
      licenseIdFor('person-2', 'key'),
      licenseIdFor('person-1', 'other'),
      licenseIdFor('person-1\nkey', ''),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('keeps ids of different things apart', () => {
    const ids = [
      commandIdFor('a', 'b', 'c'),
      eventIdFor('company/x', 1),
      eventIdFor('company/x', 2),
      fanOutCommandId('a', 'b'),
    ];
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('refuses a namespace that is no UUID', () => {
    expect(() => uuid5('dns', 'x')).toThrow(TypeError);
  });
});
