import type { Facts } from '../../rulebook/index.js';
import type { Complaints } from './complaints.js';

export const servedWords = ['others', 'own-users', 'both'] as const;
export const channelWords = ['phone', 'instant-messages', 'mail', 'fax', 'sms'] as const;
export const placeWords = ['domestic', 'overseas', 'both'] as const;
export const leaseWords = ['systems', 'seats'] as const;

/** What a call center does, in the words of the catalogue's definitions. What is left out is unknown. */
export interface ServiceDescription {
  /** On the order of others, for the company's own users, or both. */
  for?: (typeof servedWords)[number] | null;
  channels?: (typeof channelWords)[number][] | null;
  /** Where the users are. */
  users?: (typeof placeWords)[number] | null;
  /** Where those are on whose order they are served. */
  clients?: (typeof placeWords)[number] | null;
  platformInChina?: boolean | null;
  /** What is leased out to others. */
  leases?: (typeof leaseWords)[number][] | null;
}

export const serviceFields = ['for', 'channels', 'users', 'clients', 'platformInChina', 'leases'] as const;

/** Reads the description of the service; null when none is given. */
export function serviceAt(errors: Complaints, input: unknown): ServiceDescription | null {
  if (input === undefined || input === null) return null;
  const service = errors.object('/service', input, serviceFields);
  return {
    for: errors.choice('/service/for', service.for, servedWords),
    channels: errors.choices('/service/channels', service.channels, channelWords),
    users: errors.choice('/service/users', service.users, placeWords),
    clients: errors.choice('/service/clients', service.clients, placeWords),
    platformInChina: errors.optionalBoolean('/service/platformInChina', service.platformInChina),
    leases: errors.choices('/service/leases', service.leases, leaseWords),
  };
}

/** Says for whom the service is: the description, and the older field that says only this. */
export function servesOthersOf(
  errors: Complaints,
  servesOthers: boolean | null,
  service: ServiceDescription | null,
): boolean | null {
  const described = service?.for ? service.for !== 'own-users' : null;
  if (servesOthers !== null && described !== null && servesOthers !== described) {
    errors.add(
      '/servesOthers',
      'contradiction',
      'This is not what service.for says.',
      'Leave servesOthers out, or correct one of the two.',
    );
  }
  return described ?? servesOthers;
}

export function factsOfService(service: ServiceDescription | null): Partial<Facts> {
  if (service === null) return {};
  return {
    serviceDescribed: true,
    channels: service.channels ?? null,
    users: placesOf(service.users),
    clients: placesOf(service.clients),
    platformInChina: service.platformInChina ?? null,
    leasesSystemsOrSeats: service.leases ? service.leases.length > 0 : null,
  };
}

function placesOf(place: ServiceDescription['users']): string[] | null {
  if (!place) return null;
  return place === 'both' ? ['domestic', 'overseas'] : [place];
}
