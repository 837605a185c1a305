import { aLicense } from '../../test/support/builders.js';
import { licenseStatus } from './status.js';

describe('decide', () => {
  it('leads from the draft to the permit', () => {
    const desk = aLicense('2026-03-02');
    expect(licenseStatus(desk.state, desk.today)).toBe('preparing');
    desk.prepares().submits();
    expect(licenseStatus(desk.state, desk.today)).toBe('submitted');
    desk.until('2026-03-05').accepted();
    expect(licenseStatus(desk.state, desk.today)).toBe('in-review');
    desk.until('2026-04-20').granted();
    expect(licenseStatus(desk.state, desk.today)).toBe('granted');
    desk.until('2026-06-01').issued();
    expect(licenseStatus(desk.state, desk.today)).toBe('valid');
    expect(desk.state.permit).toMatchObject({ number: '沪B2-20260001', terms: [{ validFrom: '2026-06-01', lastDay: '2031-05-31' }] });
    expect(desk.state.attention).toEqual([]);
  });
});
