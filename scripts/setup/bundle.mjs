/** Usage: node scripts/setup/bundle.mjs FILE. Bundles workflows/index.ts with everything it imports into FILE. */
import { renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { root } from './paths.mjs';

const target = resolve(process.argv[2] ?? 'workflow-bundle.js');
const logger = Object.fromEntries(['trace', 'debug', 'info'].map((level) => [level, () => {}]));
for (const level of ['warn', 'error', 'log']) logger[level] = (...words) => console.error(...words);

const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger });
writeFileSync(`${target}.new`, code);
renameSync(`${target}.new`, target);
