import { sampleCompany } from '../../apps/demo/story/world.js';
import { addDays, addYears, type CivilDate } from '../../libs/calendar/index.js';

export { sampleCompany };

export const shanghai = { kind: 'province', provinces: ['sh'] };

export const aPdf = (text = 'sample'): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

/** A company of its own: two tests never share a code. */
export function companyWith(number: number): typeof sampleCompany {
  const seventeen = `91310000MA1K${String(number).padStart(5, '0')}`;
  return { ...sampleCompany, uscc: `${seventeen}${checkCharacter(seventeen)}` };
}

function checkCharacter(seventeen: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...seventeen].reduce(
    (total, character, place) => total + alphabet.indexOf(character) * (3 ** place % 31),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] as string;
}

let registrations = 0;

/** A permit that ends so many days after `today`, held already; every annual report was filed. */
export function aRegistration(
  companyId: string,
  people: { owner: string; deputy: string; manager: string },
  today: CivilDate,
  daysLeft: number,
): object {
  const printedLastDay = addDays(today, daysLeft);
  const validFrom = addDays(addYears(printedLastDay, -5), 1);
  const firstYear = Number(validFrom.slice(0, 4));
  const years = Number(today.slice(0, 4)) - firstYear + 1;
  const number = `沪B2-2021${String(++registrations).padStart(5, '0')}`;
  return {
    companyId,
    people,
    permit: { number, validFrom, printedLastDay, serviceTypes: ['B24'], coverage: shanghai },
    grantedOn: validFrom,
    opened: [{ serviceType: 'B24', openedOn: validFrom }],
    reportsFiled: Array.from({ length: years }, (_, index) => String(firstYear + index)),
  };
}
