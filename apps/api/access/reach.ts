import type { Request } from 'express';
import type { DataSource } from 'typeorm';
import { coversCompany, coversLicense, type Principal } from '../../../libs/domain/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { CompanyHidden, LicenseHidden, PersonHidden } from './access-errors.js';
import { namedId } from './named-id.js';

/** What an address names, by the pattern of its route. */
const subjects = [
  { pattern: /^\/(?:simulation\/)?licenses\/:id(?:\/|$)/, kind: 'license' },
  { pattern: /^\/companies\/:id(?:\/|$)/, kind: 'company' },
  { pattern: /^\/people\/:id(?:\/|$)/, kind: 'person' },
] as const;

/**
 * Refuses what an address names outside the caller's scope, and in the same words what is not there at all: to whoever is
 * limited the two are one. What is no id at all the endpoint itself refuses.
 * @throws LicenseHidden, CompanyHidden, PersonHidden
 */
export async function mustReach(dataSource: DataSource, { scopes, actor }: Principal, request: Request): Promise<void> {
  if (scopes.length === 0) return;
  const pattern = String((request.route as { path?: unknown } | undefined)?.path ?? '');
  const subject = subjects.find((each) => each.pattern.test(pattern));
  const id = namedId(request.params.id);
  if (!subject || id === null) return;
  switch (subject.kind) {
    case 'license': {
      const place = await new LicenseRepository(dataSource.manager).placeOf(id);
      if (!place || !coversLicense(scopes, place)) throw new LicenseHidden(id);
      return;
    }
    case 'company':
      if (!coversCompany(scopes, id)) throw new CompanyHidden(id);
      return;
    case 'person': {
      const known = await new LicenseRepository(dataSource.manager).peopleWithin(scopes);
      if (id !== actor.id && !known.includes(id)) throw new PersonHidden(id);
      return;
    }
    default:
      subject satisfies never;
  }
}
