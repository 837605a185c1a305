import type { DataSource } from 'typeorm';
import type { AdvanceRules } from '../../../activities/advance/license-turn.js';
import { createAdvance } from '../../../activities/advance.activities.js';
import type { ImportDeps } from '../../../activities/import-permits.js';
import {
  AdoptionRepository,
  type Cipher,
  CommandRepository,
  CompanyRepository,
  LicenseRepository,
  PersonRepository,
  PostgresAdvanceStore,
} from '../../../libs/persistence/index.js';

/** What an import works with. `rules`: as the workers have them. */
export function importerOn(dataSource: DataSource, cipher: Cipher, rules: AdvanceRules): ImportDeps {
  const { manager } = dataSource;
  return {
    advance: createAdvance({ store: new PostgresAdvanceStore(dataSource), ...rules }),
    commands: new CommandRepository(manager),
    companies: new CompanyRepository(manager),
    people: new PersonRepository(manager, cipher),
    licenses: new LicenseRepository(manager),
    adoptions: new AdoptionRepository(manager),
    cipher,
    now: () => new Date().toISOString(),
  };
}
