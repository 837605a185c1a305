// Validates docker-compose.yml against the Compose schema and compares it with the code: every command names a built
// entry point, the image is of this release, every process gets the variables that it reads and no others, the published
// port is the API's, health checks look where the processes write. The sections of .env.example say which process reads
// what; a spec compares their names with the configuration schema.
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

/** Variables of .env.example by the heading of their section, such as "every process". */
const sections = new Map();
let heading = '';
for (const line of readFileSync('.env.example', 'utf8').split('\n')) {
  heading = /^# --- (.+?) -+$/.exec(line)?.[1] ?? heading;
  const name = /^(?:# )?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1];
  if (name) sections.set(heading, [...(sections.get(heading) ?? []), name]);
}
const known = new Set([...sections.values()].flat());
/** Not for this file: fixed by production, or for a Temporal server elsewhere. */
const leftOut = new Set(['SIMULATION', 'TEMPORAL_API_KEY', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY']);
const image = `paizhao:${JSON.parse(readFileSync('package.json', 'utf8')).version}`;
for (const name of ['migrate', 'api', 'worker']) {
  const service = compose.services[name] ?? {};
  const entry = service.command?.[1] ?? '';
  if (service.image !== image)
    problems.push(`${name}: its image is ${service.image}: write "image: ${image}", of the version in package.json`);
  const source = entry.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  if (!existsSync(source)) problems.push(`${name}: no source for ${entry}`);
  const both = name === 'migrate' ? [] : (sections.get('api and worker') ?? []);
  const read = [...(sections.get('every process') ?? []), ...both, ...(sections.get(name) ?? [])];
  const given = Object.keys(service.environment ?? {});
  for (const variable of given)
    if (!read.includes(variable)) problems.push(`${name}: does not read ${variable} (.env.example, section ${name})`);
  for (const variable of read)
    if (!given.includes(variable) && !leftOut.has(variable)) problems.push(`${name}: ${variable} does not reach it`);
}
for (const [variable] of readFileSync('docker-compose.yml', 'utf8').matchAll(/(?<=\$\{)[A-Z_0-9]+/g)) {
  if (!known.has(variable)) problems.push(`variable \${${variable}} is not in .env.example`);
}

const { api, worker } = compose.services;
if (!api.volumes?.some((volume) => String(volume).endsWith(`:${api.environment.FILES_DIR}`)))
  problems.push('api: FILES_DIR is not in a volume');
for (const [name, { volumes, environment }] of Object.entries({ api, worker })) {
  if (!volumes?.some((volume) => String(volume).endsWith(`:${environment.CHECKPOINTS_DIR}`)))
    problems.push(`${name}: CHECKPOINTS_DIR is not in a volume`);
}
if (!JSON.stringify(worker.healthcheck?.test ?? '').includes(worker.environment.WORKER_HEALTH_FILE))
  problems.push('worker: the health check does not look at WORKER_HEALTH_FILE');

const dockerfile = readFileSync('Dockerfile', 'utf8');
const exposed = /^EXPOSE (\d+)$/m.exec(dockerfile)?.[1];
if (String(api.environment.PORT) !== exposed) problems.push('api: PORT differs from the EXPOSE of the Dockerfile');
if (!api.ports.some((port) => String(port).endsWith(`:${exposed}`))) problems.push('api: the port is not published');
if (!/^USER (?!root)/m.test(dockerfile)) problems.push('Dockerfile: the image runs as root');
if (!/^HEALTHCHECK /m.test(dockerfile)) problems.push('Dockerfile: no health check');

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'compose file: in order' : `compose file: ${problems.length} problem(s)`);
process.exit(problems.length === 0 ? 0 : 1);
