import type { Filing, LicenseState, Permit } from './license.js';

/** The service types that a permit still covers: those it names and that have not ended; all that an expired one had. */
export function liveTypes(permit: Permit): string[] {
  if (permit.status === 'expired') return permit.serviceTypes;
  return permit.serviceTypes.filter((type) => permit.services[type]?.status !== 'ended');
}

type Licensed = Pick<LicenseState, 'serviceTypes' | 'coverage'>;

/** The types and the area that a license is for: those of its permit; while there is none, those applied for. */
export function licensedFor({ permit, serviceTypes, coverage }: Licensed & Pick<LicenseState, 'permit'>): Licensed {
  return { serviceTypes: permit?.serviceTypes ?? serviceTypes, coverage: permit?.coverage ?? coverage };
}

/** What is known of each service type, in the order of their codes: a state that was stored has lost any other. */
export const servicesInOrder = ({ services }: Permit): [string, Permit['services'][string]][] =>
  Object.entries(services).sort(([one], [other]) => (one < other ? -1 : 1));

/** What a filing is about: the types that it names, or all that the license is for. */
export function typesOf(state: LicenseState, filing: Filing): string[] {
  return filing.serviceTypes ?? (state.permit && filing.kind !== 'new' ? liveTypes(state.permit) : state.serviceTypes);
}

/** The types that the company lets end with the present term. */
export function typesGivenUp(permit: Permit): string[] {
  const { nonRenewal, terms } = permit;
  return nonRenewal !== null && nonRenewal.termSeq === terms.at(-1)?.seq ? nonRenewal.serviceTypes : [];
}

/** Nothing of the permit is to go on after its present term. */
export function isGivenUp(permit: Permit): boolean {
  const given = typesGivenUp(permit);
  return given.length > 0 && liveTypes(permit).every((type) => given.includes(type));
}
