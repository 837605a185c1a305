import { addDays, type CivilDate, daysBetween } from '../calendar/index.js';
import { authorityOfPermit, type Bilingual, checkPermitNumber, type Law, validity } from '../rulebook/index.js';
import type { Coverage } from './company.js';
import type { Filing, LicenseState, PermitData, PermitDifference } from './license.js';
import { licensedFor } from './types-of-permit.js';

/** One thing about a permit that a person should see before it is entered. */
export interface PermitFinding {
  code: string;
  /**
   * `warning`: looks unusual, and may be right. `decision`: it is entered, and an approver decides which day holds.
   * `settlement`: it is entered only where it is named as taken as it is, with a reason.
   */
  level: 'warning' | 'decision' | 'settlement';
  /** JSON pointer into the body of the entry. */
  pointer: string;
  expected: unknown;
  printed: unknown;
  wording: Bilingual;
}

type Reviewed = Pick<LicenseState, 'permit' | 'serviceTypes' | 'coverage' | 'changes'>;

/** A permit as it is entered, with the day on which it was issued. */
export interface IssuedPermit {
  permit: PermitData;
  issuedOn: CivilDate;
}

/** All that is unusual about a permit or otherwise than computed or filed, at once. Refuses nothing. */
export function permitFindings(state: LicenseState, filing: Filing, paper: IssuedPermit, law: Law): PermitFinding[] {
  const { permit } = paper;
  return [
    ...numberFindings(state.authority, permit, law),
    ...dayFindings(state, filing, paper, law),
    ...differences(state, filing, permit, law).map(settlement),
  ];
}

/** All that is unusual about a permit that is held already: no filing says what should stand there. */
export function heldPermitFindings(authority: string, permit: PermitData, law: Law): PermitFinding[] {
  return [...numberFindings(authority, permit, law), ...endFindings(permit, law)];
}

/** Where the permit says otherwise than what was filed. */
export function differences(state: Reviewed, filing: Filing, permit: PermitData, { pack }: Law): PermitDifference[] {
  const asked = askedOf(state, filing);
  if (asked === null) return [];
  const whole = (code: string) => pack.serviceTypes.find((type) => type.code === code)?.partOf ?? code;
  const { serviceTypes } = permit;
  const missing = asked.serviceTypes.some(
    (type) => !serviceTypes.some((code) => code === type || whole(code) === type),
  );
  const added = serviceTypes.some(
    (code) => !asked.serviceTypes.includes(code) && !asked.serviceTypes.includes(whole(code)),
  );
  const found: PermitDifference[] = [];
  if (missing || added) found.push({ member: 'serviceTypes', asked: asked.serviceTypes, printed: serviceTypes });
  if (!sameCoverage(asked.coverage, permit.coverage))
    found.push({ member: 'coverage', asked: asked.coverage, printed: permit.coverage });
  return found;
}

export function sameCoverage(a: Coverage, b: Coverage): boolean {
  return coverageText(a) === coverageText(b);
}

function coverageText(coverage: Coverage): string {
  return coverage.kind === 'nationwide' ? 'nationwide' : [...coverage.provinces].join();
}

/**
 * What the paper of a filing should name. Null for a change that may be about just that: of the scope, or for a reason
 * that nobody named.
 */
export function askedOf(state: Reviewed, filing: Filing): Pick<PermitData, 'serviceTypes' | 'coverage'> | null {
  const { permit } = state;
  if (filing.kind === 'change') {
    const kinds = filing.answers.map(
      (id) => state.changes.find(({ obligationId }) => obligationId === id)?.change.kind,
    );
    if (!permit || kinds.length === 0 || kinds.includes('scope')) return null;
    return { serviceTypes: permit.serviceTypes, coverage: permit.coverage };
  }
  const refused = filing.decision?.refusedTypes ?? [];
  const { serviceTypes: named = null } = filing;
  // What ended with a term that silence had brought stands on the permit still.
  const { serviceTypes, coverage } = licensedFor(state);
  return { serviceTypes: (named ?? serviceTypes).filter((type) => !refused.includes(type)), coverage };
}

function settlement({ member, asked, printed }: PermitDifference): PermitFinding {
  const types = member === 'serviceTypes';
  return {
    code: types ? 'service-types-differ' : 'coverage-differs',
    level: 'settlement',
    pointer: `/permit/${member}`,
    expected: asked,
    printed,
    wording: types
      ? { zh: '许可证的业务种类与申报不一致。', en: 'The permit names other service types than the filing.' }
      : { zh: '许可证的业务覆盖范围与申报不一致。', en: 'The permit covers another area than the filing.' },
  };
}

function numberFindings(authority: string, { number, serviceTypes }: PermitData, law: Law): PermitFinding[] {
  const check = checkPermitNumber(law, number);
  const about = (code: string, expected: unknown, wording: Bilingual): PermitFinding => ({
    code,
    level: 'warning',
    pointer: '/permit/number',
    expected,
    printed: number,
    wording,
  });
  const found: PermitFinding[] = [];
  if (!check.valid && check.message) found.push(about(`number-${check.reason ?? 'unusual-form'}`, null, check.message));
  const issuer = authorityOfPermit(law.pack, number);
  if (issuer !== null && issuer !== authority)
    found.push(
      about('number-of-another-authority', prefixesOf(law, authority), {
        zh: '编号前缀属于另一主管部门。',
        en: 'The prefix of the number is that of another authority.',
      }),
    );
  const classes = classesOf(law, serviceTypes);
  const printed = classesIn(check.normalized);
  if (printed.length > 0 && classes.some((each) => !printed.includes(each)))
    found.push(
      about('number-of-another-class', classes, {
        zh: '编号中的业务类别与业务种类不符。',
        en: 'The class in the number is not that of the service types.',
      }),
    );
  return found;
}

const prefixesOf = ({ pack }: Law, authority: string): string[] =>
  pack.authorities.find(({ code }) => code === authority)?.prefixes ?? [];

const classesOf = ({ pack }: Law, serviceTypes: string[]): string[] => [
  ...new Set(serviceTypes.flatMap((code) => pack.serviceTypes.find((type) => type.code === code)?.class ?? [])),
];

/** Classes stand before the year: `B2-2026…`, `A2.B1.B2-2009…`. */
function classesIn(number: string): string[] {
  return /((?:A1|A2|B1|B2)(?:\.(?:A1|A2|B1|B2))*)-/u.exec(number)?.[1]?.split('.') ?? [];
}

function dayFindings(state: Reviewed, filing: Filing, paper: IssuedPermit, law: Law): PermitFinding[] {
  const { permit } = paper;
  if (filing.kind === 'new') return [...firstStartFindings(filing, paper), ...endFindings(permit, law)];
  if (filing.kind === 'renewal') return [...startFindings(state, filing, permit), ...endFindings(permit, law)];
  const term = state.permit?.terms.at(-1);
  const known = term ? [term.printedLastDay, term.lastDay] : [];
  const before = term !== undefined && permit.printedLastDay < term.validFrom;
  if (!term || before || known.includes(permit.printedLastDay)) return [];
  return [endDiffers(permit.printedLastDay, term.printedLastDay ?? term.lastDay)];
}

/** Half a year. Nothing says how far off a permit may begin; a year that was mistyped is farther. */
const farOff = 183;

/** A first permit begins about the day of its grant or issue. */
export function beginsFarOff({ decision }: Filing, { permit: { validFrom }, issuedOn }: IssuedPermit): boolean {
  return daysBetween(validFrom, decision?.on ?? issuedOn) > farOff || daysBetween(issuedOn, validFrom) > farOff;
}

function firstStartFindings(filing: Filing, paper: IssuedPermit): PermitFinding[] {
  if (!beginsFarOff(filing, paper)) return [];
  const wording = {
    zh: '有效期起始日与批准日、颁证日相差半年以上。',
    en: 'The term begins more than half a year before the grant or after the issue.',
  };
  return [startDiffers(paper.permit.validFrom, paper.issuedOn, wording)];
}

/** A renewed term begins on the day after the one before. */
function startFindings({ permit: held }: Reviewed, filing: Filing, { validFrom }: PermitData): PermitFinding[] {
  if (!held) return [];
  const before = held.terms.findLast(({ filingId }) => filingId !== filing.id);
  const expected = before ? addDays(before.lastDay, 1) : null;
  if (expected === null || validFrom >= expected) return [];
  const wording = { zh: '新有效期与原有效期重叠。', en: 'The renewed term overlaps the one before.' };
  return [startDiffers(validFrom, expected, wording)];
}

function startDiffers(printed: CivilDate, expected: CivilDate, wording: Bilingual): PermitFinding {
  return {
    code: 'permit-start-differs',
    level: 'decision',
    pointer: '/permit/validFrom',
    expected,
    printed,
    wording,
  };
}

function endFindings({ validFrom, printedLastDay }: PermitData, law: Law): PermitFinding[] {
  const { lastDay, sameDayAnniversary } = validity(law, validFrom);
  if (printedLastDay === lastDay) return [];
  if (printedLastDay !== sameDayAnniversary) return [endDiffers(printedLastDay, lastDay)];
  const wording = {
    zh: '证载有效期届满日为第五年的同一日；以较早的一日提醒。',
    en: 'The printed end is the same day of the fifth year: the earlier day drives the reminders.',
  };
  return [{ ...endDiffers(printedLastDay, lastDay), code: 'permit-end-anniversary', level: 'warning', wording }];
}

function endDiffers(printed: CivilDate, expected: CivilDate): PermitFinding {
  return {
    code: 'permit-end-differs',
    level: 'decision',
    pointer: '/permit/printedLastDay',
    expected,
    printed,
    wording: {
      zh: '证载有效期届满日与推算的不一致，由审批人决定。',
      en: 'The printed end differs from the computed one: an approver decides.',
    },
  };
}
