// Validates docker-compose.yml against the Compose schema and compares it with the code: every command names a built
// entry point, every variable of ours is in the configuration schema, the published port is the API's.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const problems = [];
const schema = JSON.parse(readFileSync('scripts/vendor/compose-spec/compose-spec.json', 'utf8'));
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// Formats of the Compose schema that JSON Schema does not define; their syntax is Docker's to judge.
for (const format of ['ports', 'expose', 'duration', 'subnet_ip_address', 'path']) ajv.addFormat(format, true);
const validate = ajv.compile(schema);
if (!validate(compose)) {
  for (const error of validate.errors ?? []) problems.push(`schema: ${error.instancePath} ${error.message}`);
}

const expected = [
  'postgres',
  'temporal-schema',
  'temporal',
  'temporal-namespace',
  'temporal-ui',
  'migrate',
  'api',
  'worker',
];
for (const name of expected) if (!compose.services[name]) problems.push(`service missing: ${name}`);
for (const name of Object.keys(compose.services))
  if (!expected.includes(name)) problems.push(`service unknown: ${name}`);

/** Names of the configuration schema, from its documented example. */
const known = new Set(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .map((line) => /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1])
    .filter(Boolean),
);
const imageVariables = new Set(['NODE_ENV', 'TZ']);
for (const name of ['migrate', 'api', 'worker']) {
  const service = compose.services[name] ?? {};
  const entry = service.command?.[1] ?? '';
  const source = entry.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  if (!existsSync(source)) problems.push(`${name}: no source for ${entry}`);
  for (const variable of Object.keys(service.environment ?? {})) {
    if (!known.has(variable) && !imageVariables.has(variable))
      problems.push(`${name}: variable ${variable} is not in .env.example`);
  }
}
for (const [variable] of readFileSync('docker-compose.yml', 'utf8').matchAll(/(?<=\$\{)[A-Z_0-9]+/g)) {
  if (!known.has(variable)) problems.push(`variable \${${variable}} is not in .env.example`);
}

const dockerfile = readFileSync('Dockerfile', 'utf8');
const exposed = /^EXPOSE (\d+)$/m.exec(dockerfile)?.[1];
if (String(compose.services.api.environment.PORT) !== exposed)
  problems.push('api: PORT differs from the EXPOSE of the Dockerfile');
if (!compose.services.api.ports.some((port) => String(port).endsWith(`:${exposed}`)))
  problems.push('api: the port is not published');
if (!/^USER (?!root)/m.test(dockerfile)) problems.push('Dockerfile: the image runs as root');
if (!/^HEALTHCHECK /m.test(dockerfile)) problems.push('Dockerfile: no health check');

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'compose file: in order' : `compose file: ${problems.length} problem(s)`);
process.exit(problems.length === 0 ? 0 : 1);
