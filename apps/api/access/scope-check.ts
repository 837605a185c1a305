import type { EntityManager } from 'typeorm';
import type { Scope } from '../../../libs/domain/index.js';
import { AccessGrantRepository } from '../../../libs/persistence/index.js';
import { refuse } from '../people/successor-errors.js';
import { ScopeUnknown } from './access-errors.js';

/** A scope names what is there: a mistyped id would hide everything. @throws ScopeUnknown */
export async function mustBeKnown(manager: EntityManager, scope: Scope | null, pointer: string): Promise<void> {
  if (scope === null) return;
  const unknown = await new AccessGrantRepository(manager).unknownIn(scope);
  refuse(
    (['companies', 'licenses'] as const).flatMap((name) =>
      unknown[name].length > 0 ? [new ScopeUnknown(`${pointer}/${name}`, unknown[name])] : [],
    ),
  );
}
