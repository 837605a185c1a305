/**
 * Usage: node scripts/record-installation.mjs <checkout of a release, built> <release>
 * Runs that release's own build on this machine, lives a short story through its API, and stores what its database and
 * files hold under test/replay/installations/<release>. Done once, when a release is cut; never changed afterwards.
 */

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { root } from './setup/paths.mjs';

const [checkout, release] = process.argv.slice(2);
if (!checkout || !/^\d+\.\d+\.\d+$/.test(release ?? ''))
  throw new Error('Usage: node scripts/record-installation.mjs <checkout, built> <release>');
const home = join(root, 'test', 'replay', 'installations', release);
const load = (file) => import(pathToFileURL(join(resolve(checkout), 'dist', file)).href);

async function main() {
  const temporalCli = execFileSync(process.execPath, [join(root, 'scripts', 'temporal-path.mjs')], { cwd: root });
  const folder = mkdtempSync(join(tmpdir(), 'paizhao-record-'));
  process.chdir(resolve(checkout));
  const { startStack } = await load('apps/standalone/stack.js');
  const stack = await startStack({
    folder,
    fresh: true,
    dist: join(resolve(checkout), 'dist'),
    temporalCli: temporalCli.toString().trim(),
    temporalAddress: undefined,
    simulation: true,
    inherited: { PATH: process.env.PATH ?? '' },
    onStep: () => undefined,
    onUnexpectedExit: (name, how) => console.error(`${name} ended: ${how}`),
  });
  const database = new pg.Client({ connectionString: stack.database.superuserUrl });
  try {
    await database.connect();
    const lived = await live(stack.apiUrl, stack.adminToken, database);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'schema.sql'), await schemaOf(database));
    writeFileSync(join(home, 'data.sql'), await dataOf(database));
    const kept = { release, dataKey: stack.dataKey, ...lived, files: filesIn(join(folder, 'files')) };
    writeFileSync(join(home, 'installation.json'), `${JSON.stringify(kept, null, 2)}\n`);
  } finally {
    await database.end();
    await stack.supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Licenses in several standings, one of them in a time of its own; persons and companies are samples. */
async function live(apiUrl, adminToken, database) {
  const admin = caller(apiUrl, adminToken);
  const tokenOf = async (role, personId) => (await admin('/tokens', { personId, roles: [role] })).token;
  const persons = [];
  for (const role of ['owner', 'deputy', 'manager']) {
    const { personId } = await admin('/people', { name: '样例', mail: `${role}@example.com`, language: 'zh' });
    persons.push(personId);
  }
  const [owner, deputy, manager] = persons;
  const people = { owner, deputy, manager };
  const tokens = {
    officer: await tokenOf('officer', owner),
    approver: await tokenOf('approver', manager),
    auditor: await tokenOf('auditor', deputy),
  };
  const officer = caller(apiUrl, tokens.officer);
  const approver = caller(apiUrl, tokens.approver);
  const company = async (number) => (await officer('/companies', companyWith(number))).companyId;
  const opening = async (number) => {
    const asked = { companyId: await company(number), serviceTypes: ['B24'], coverage, people };
    return (await officer('/licenses', asked)).licenseId;
  };

  const filed = await opening(1);
  await file(officer, approver, filed);
  const preparing = await opening(2);
  const held = (await officer('/licenses/registrations', aPermit(await company(3), people, 700))).licenseId;
  const late = (await officer('/licenses/registrations', aPermit(await company(4), people, 27))).licenseId;
  const ended = await opening(5);
  await approver(`/licenses/${ended}/closure`, { reason: '样例' });
  const simulated = (await officer('/licenses/registrations', aPermit(await company(6), people, 200))).licenseId;
  await admin(`/simulation/licenses/${simulated}/skip`, { days: 20 });
  await untilAllIsSent(database);
  return { tokens, people, licenses: { filed, preparing, held, late, ended, simulated } };
}

const coverage = { kind: 'province', provinces: ['sh'] };

async function file(officer, approver, licenseId) {
  const { filingId } = await officer(`/licenses/${licenseId}/filings`, { kind: 'new' });
  const filing = `/licenses/${licenseId}/filings/${filingId}`;
  const { requirements } = await officer(`${filing}/requirements`);
  for (const { id } of requirements.filter(({ status }) => status !== 'optional')) {
    const form = new FormData();
    form.set('requirementId', id);
    form.set('issuedOn', dayFromNow(-3));
    form.set('file', new Blob([`%PDF-1.4\n% ${id}\n%%EOF\n`], { type: 'application/pdf' }), `${id}.pdf`);
    await officer(`${filing}/materials`, form);
  }
  await approver(`${filing}/sign-off`, {});
  await officer(`${filing}/submission`, {});
  await officer(`${filing}/receipt`, { receivedOn: dayFromNow(0), number: 'R-1' });
}

/** A permit of five years, of which so many days are left. */
function aPermit(companyId, people, daysLeft) {
  const printedLastDay = dayFromNow(daysLeft);
  const validFrom = dayAfter(`${Number(printedLastDay.slice(0, 4)) - 5}${printedLastDay.slice(4)}`, 1);
  const first = Number(validFrom.slice(0, 4));
  const years = Array.from({ length: Number(dayFromNow(0).slice(0, 4)) - first + 1 }, (_, i) => String(first + i));
  return {
    companyId,
    people,
    permit: { number: '沪B2-20210001', validFrom, printedLastDay, serviceTypes: ['B24'], coverage },
    grantedOn: validFrom,
    opened: [{ serviceType: 'B24', openedOn: validFrom }],
    reportsFiled: years,
  };
}

function companyWith(number) {
  const seventeen = `91310000MA1K${String(number).padStart(5, '0')}`;
  return {
    name: `样例呼叫中心（上海）有限公司${number}`,
    uscc: `${seventeen}${checkCharacter(seventeen)}`,
    province: 'sh',
    city: '上海市',
    registeredCapital: 1_000_000,
    foreignShare: 0,
    establishedOn: '2020-05-20',
    legalRepresentative: '样例法定代表人',
    shareholders: [{ kind: 'natural-person', name: '样例股东', percent: 100, foreign: false }],
  };
}

function checkCharacter(seventeen) {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...seventeen].reduce((total, letter, place) => total + alphabet.indexOf(letter) * (3 ** place % 31), 0);
  return alphabet[(31 - (sum % 31)) % 31];
}

const dayMs = 24 * 3_600_000;
const dayAfter = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
/** Shanghai is eight hours ahead of UTC all the year. */
const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * dayMs).toISOString().slice(0, 10);

/** Asks with one token: GET without a body, else POST. Throws what the API refused. */
function caller(apiUrl, token) {
  return async (path, body) => {
    const form = body instanceof FormData;
    const response = await fetch(`${apiUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        ...(form ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined || form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
}

async function untilAllIsSent(database) {
  for (;;) {
    const { rows } = await database.query(
      'select (select count(*) from paizhao.outbox) as sent, (select count(*) from paizhao.outbox where settled_at is null) as open',
    );
    if (Number(rows[0].sent) > 0 && Number(rows[0].open) === 0) return;
    await pause(100);
  }
}

/** The statements of the release's own migrations, as its migrate process runs them. */
async function schemaOf(database) {
  const statements = [
    ...['paizhao_ledger nologin', 'paizhao_app login'].map(
      (role) =>
        `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    ),
    'create schema paizhao',
    'create table paizhao.migrations (id serial primary key, "timestamp" bigint not null, name varchar not null)',
  ];
  const { rows } = await database.query('select * from paizhao.migrations order by id');
  const folder = join(resolve(checkout), 'dist', 'libs', 'persistence', 'migrations');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  for (const { timestamp, name } of rows) {
    const { [name]: Migration } = await load(
      join(
        'libs/persistence/migrations',
        files.find((file) => file.startsWith(timestamp)),
      ),
    );
    await new Migration().up({ query: async (sql) => void statements.push(sql.trim().replace(/;$/, '')) });
    statements.push(`insert into paizhao.migrations ("timestamp", name) values (${timestamp}, '${name}')`);
  }
  return `${statements.join(';\n\n')};\n`;
}

/** Every row as an insert; PostgreSQL itself writes the values. */
async function dataOf(database) {
  const { rows: tables } = await database.query(
    `select relname as name from pg_class
      where relnamespace = 'paizhao'::regnamespace and relkind = 'r' and relname <> 'migrations' order by relname`,
  );
  const lines = [];
  for (const { name } of tables) {
    const { rows: columns } = await database.query(
      `select attname as name, format_type(atttypid, null) as type, attidentity <> '' as numbered from pg_attribute
        where attrelid = ('paizhao.' || $1::text)::regclass and attnum > 0 and not attisdropped order by attnum`,
      [name],
    );
    const list = columns.map((column) => `"${column.name}"`);
    const values = columns.map(literal).join(` || ',' || `);
    const { rows } = await database.query(`select ${values} as row from paizhao.${name} order by 1`);
    if (rows.length === 0) continue;
    const filled = rows.map(({ row }) => `(${row})`).join(',\n');
    const numbered = columns.find((column) => column.numbered)?.name; // by the database, which goes on from there
    const inserted = numbered ? 'overriding system value values' : 'values';
    lines.push(`insert into paizhao.${name} (${list.join(',')}) ${inserted}\n${filled};`);
    if (numbered)
      lines.push(
        `select setval(pg_get_serial_sequence('paizhao.${name}', '${numbered}'), max("${numbered}")) from paizhao.${name};`,
      );
  }
  return `set session_replication_role = replica;\n${lines.join('\n')}\nset session_replication_role = default;\n`;
}

/** An expression that writes a value as SQL: a ledger's body as the text that it is, other bytes in base64. */
function literal({ name, type }) {
  if (type !== 'bytea') return `quote_nullable("${name}"::text)`;
  const [read, text, encoding] =
    name === 'body'
      ? ['convert_to', `convert_from("${name}", 'UTF8')`, 'UTF8']
      : ['decode', `translate(encode("${name}", 'base64'), e'\\n', '')`, 'base64'];
  return `coalesce('${read}(' || quote_literal(${text}) || ', ''${encoding}'')', 'null')`;
}

/** Encrypted as they lie there, in base64, by their paths. */
function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path).toString('base64')];
    }),
  );
}

await main();
