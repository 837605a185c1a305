import fc from 'fast-check';
import { fromEpochDay, toEpochDay } from '../calendar/index.js';
import { checkResidentId } from './identifiers-resident.js';

const today = '2026-11-25';
const check = (text: string) => checkResidentId(text, today);

/** The two examples that the standard prints, and numbers of a district 99 that no city has: none is anybody's. */
describe('checkResidentId', () => {
  it.each([
    '110199199003070033',
    '31019919600229002X',
    '440199202611250012',
    '11010519491231002X',
    '440524188001010014',
  ])('takes %s', (number) => {
    expect(check(number)).toEqual({ valid: true, severity: 'ok', reason: null, message: null, normalized: number });
  });

  it.each([
    ['31019919600229002x', '31019919600229002X'],
    [' 110199 1990 0307 0033 ', '110199199003070033'],
    ['１１０１９９１９９００３０７００３３', '110199199003070033'],
    ['110199-19900307-0033', '110199199003070033'],
  ])('reads %s and says that it rewrote it', (text, normalized) => {
    expect(check(text)).toMatchObject({ valid: true, severity: 'ok', reason: 'normalized', normalized });
  });

  it.each([
    ['', 'empty'],
    ['11019919900307003', 'length'],
    ['1101991990030700301', 'length'],
    ['110199900307003', 'old-form'],
    ['11019919900307003Y', 'alphabet'],
    ['1101991990030700X0', 'alphabet'],
    ['000199199003070030', 'region-digits'],
    ['110199199002300034', 'birth-date'],
    ['110199190002290034', 'birth-date'], // 1900 was no leap year
    ['110199199013010034', 'birth-date'],
    ['110199202611260034', 'birth-in-future'],
    ['110199199003070031', 'check-character'],
    ['11019919900307003X', 'check-character'],
  ])('%s: %s', (text, reason) => {
    expect(check(text)).toMatchObject({
      valid: false,
      severity: 'error',
      reason,
      message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
    });
  });

  it('takes one check character only, by ISO 7064 MOD 11-2', () => {
    const births = fc.integer({ min: toEpochDay('1920-01-01'), max: toEpochDay(today) }).map(fromEpochDay);
    const provinces = fc.constantFrom('11', '15', '23', '37', '46', '50', '54', '65', '71', '82', '83', '91');
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    fc.assert(
      fc.property(provinces, digits(4), births, digits(3), (province, region, birth, serial) => {
        const body = `${province}${region}${birth.replaceAll('-', '')}${serial}`;
        const sum = [...body].reduce((total, digit, place) => total + Number(digit) * 2 ** (17 - place), 0);
        const fitting = [...'0123456789X'].filter((character) => check(`${body}${character}`).valid);
        expect(fitting).toEqual(['0123456789X'[(12 - (sum % 11)) % 11]]);
      }),
    );
  });
});
