import type { CompanyFacts, People } from '../../libs/domain/index.js';
import type {
  ImportMatchRepository,
  KnownCompany,
  KnownPermit,
  PersonRepository,
} from '../../libs/persistence/index.js';
import type { Finding, SheetLaw, SheetPermit } from '../../libs/sheets/permits/index.js';
import { numberForm, type PermitRow } from './sheet-permits.js';

export interface MatchDeps {
  matches: Pick<ImportMatchRepository, 'companies' | 'permits'>;
  people: Pick<PersonRepository, 'list'>;
}

/** Who looks after what a row does not name anybody for; null where nobody was named. */
export type DefaultPeople = Record<keyof People, string | null>;

/** A row beside what is on record. */
export interface MatchedRow extends PermitRow {
  /** The license that holds the permit already, or held it until it ended. */
  licenseId: string | null;
  /** Null where the company is to be registered first, with `facts`. */
  company: KnownCompany | null;
  facts: CompanyFacts;
  people: People;
}

const roles = ['owner', 'deputy', 'manager'] as const;

/** Finds what is on record of each row, and says what keeps a row from being taken. */
export async function matched(
  permits: readonly PermitRow[],
  defaults: DefaultPeople,
  law: SheetLaw,
  { matches, people }: MatchDeps,
): Promise<{ rows: MatchedRow[]; findings: Finding[] }> {
  const companies = await matches.companies([...new Set(permits.map(({ permit }) => permit.company.uscc))]);
  const held = await heldPermits(permits, companies, law, matches);
  const persons = personsOf(await people.list());
  const rows: MatchedRow[] = [];
  const findings: Finding[] = [];
  for (const { row, permit } of permits) {
    const company = companies.get(permit.company.uscc) ?? null;
    const holders = held.get(numberForm(law, permit.permit.number)) ?? [];
    const free = holders.every(({ ended }) => ended);
    // What a company held until it ended counts as long as nobody else holds it.
    const own = holders.find(({ companyId, ended }) => companyId === company?.companyId && (!ended || free));
    const who = peopleOf(permit, defaults, persons);
    const wrong = [
      ...(own || free ? [] : [fault(row, 'permitNumber', 'permit-of-another-company')]),
      ...(company ? [] : missingFacts(permit)).map((column) => fault(row, column, 'import-company-incomplete')),
      ...roles.flatMap((role) => (who[role] === null ? [fault(row, role, 'import-person-unknown')] : [])),
    ];
    if (own?.ended) findings.push(unusual(row, 'permitNumber', 'permit-of-ended-license', endedWords));
    // What is on record stays as it is: nobody needs to be named for it.
    if (own)
      rows.push({ row, permit, licenseId: own.licenseId, company, facts: factsOf(permit, company), people: none });
    else if (wrong.length > 0) findings.push(...wrong);
    else rows.push({ row, permit, licenseId: null, company, facts: factsOf(permit, company), people: who as People });
  }
  return { rows, findings };
}

const none: People = { owner: '', deputy: '', manager: '' };

const fault = (row: number, column: Finding['column'], code: string): Finding => ({ row, column, code, detail: '' });

const unusual = (
  row: number,
  column: Finding['column'],
  code: string,
  words: NonNullable<Finding['unusual']>,
): Finding => ({ row, column, code, detail: words.en, unusual: words });

const endedWords = {
  zh: '该编号的许可证已结束，系统不再跟踪；如重新持有，请手工登记。',
  en: 'The license of this permit has ended, and nothing watches it; where the permit is held again, register it by hand.',
};

async function heldPermits(
  permits: readonly PermitRow[],
  companies: ReadonlyMap<string, KnownCompany>,
  law: SheetLaw,
  matches: MatchDeps['matches'],
): Promise<Map<string, KnownPermit[]>> {
  const ids = [...companies.values()].map(({ companyId }) => companyId);
  const held = new Map<string, KnownPermit[]>();
  for (const known of await matches.permits(
    ids,
    permits.map(({ permit }) => permit.permit.number),
  )) {
    const form = numberForm(law, known.number);
    held.set(form, [...(held.get(form) ?? []), known]);
  }
  return held;
}

/** What a company must have to be registered: a sheet that names a registered one needs none of it. */
function missingFacts({ company }: SheetPermit) {
  const columns = {
    companyName: company.name,
    province: company.province,
    registeredCapital: company.registeredCapital,
  };
  return (Object.keys(columns) as (keyof typeof columns)[]).filter((column) => columns[column] === null);
}

/** The facts on record count; those of the sheet only where there are none. */
function factsOf({ company }: SheetPermit, known: KnownCompany | null): CompanyFacts {
  if (known) return known.company;
  return {
    name: company.name ?? '',
    uscc: company.uscc,
    province: company.province ?? '',
    city: null,
    freeTradeZone: false,
    registeredCapital: company.registeredCapital ?? 0,
    foreignShare: company.foreignShare ?? 0,
    establishedOn: company.establishedOn,
    legalRepresentative: null,
    shareholders: [],
    onDishonestList: false,
    recentPenalty: false,
  };
}

/** Persons by their id and their mail address; an address of two people names neither. */
function personsOf(people: readonly { id: string; mail: string; active: boolean }[]): Map<string, string | null> {
  const persons = new Map<string, string | null>();
  for (const { id, mail } of people.filter(({ active }) => active)) {
    const address = mail.trim().toLowerCase();
    persons.set(address, persons.has(address) ? null : id);
    persons.set(id, id);
  }
  return persons;
}

/** Null for a role for which nobody, or somebody unknown, is named. */
function peopleOf(
  { people }: SheetPermit,
  defaults: DefaultPeople,
  persons: ReadonlyMap<string, string | null>,
): Record<keyof People, string | null> {
  const who = (role: keyof People) => persons.get((people[role] ?? defaults[role] ?? '').toLowerCase()) ?? null;
  return { owner: who('owner'), deputy: who('deputy'), manager: who('manager') };
}
