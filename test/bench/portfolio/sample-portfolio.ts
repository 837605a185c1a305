import { Client } from 'pg';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { latestPins, stateForm } from '../../../libs/domain/index.js';
import { latestPack } from '../../../libs/rulebook/index.js';
import { sampleSql, toolsSql } from './sample-sql.js';
import { sampleWords } from './sample-words.js';

/** Licenses that are written in one transaction. */
const atOnce = 5_000;
export const entriesPerLicense = 30;

/** Tables that a list could be tempted to look through from end to end. */
export const bigTables = [
  'license_view',
  'obligation_view',
  'snapshots',
  'companies',
  'calendar_entries',
  'ledger_events',
  'ledger_heads',
];

/** Writes what is missing of so many licenses straight into the database; what an earlier run wrote is kept. */
export async function writeSamplePortfolio(url: string, licenses: number, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'paizhao-bench' });
  await client.connect();
  try {
    await client.query(`set timezone = 'UTC'; set synchronous_commit = off; ${toolsSql}; ${sampleSql.events}`);
    await keepWords(client);
    let written = 0;
    for (let first = 0; first < licenses; first += atOnce) {
      const last = Math.min(first + atOnce, licenses) - 1;
      const wrote = await writeChunk(client, first, last);
      written += wrote ? 1 : 0;
      if (wrote) say(`${last + 1} of ${licenses} licenses, ${(last + 1) * entriesPerLicense} entries of their ledgers`);
    }
    if (written === 0) return say('the sample portfolio is there from an earlier run');
    await client.query(`vacuum (analyze) ${bigTables.map((name) => `paizhao.${name}`).join(', ')}`);
    say('PostgreSQL has taken its statistics');
  } finally {
    await client.end();
  }
}

async function keepWords(client: Client): Promise<void> {
  const types = [...new Set(latestPack.serviceTypes.map(({ code }) => code))];
  const provinces = latestPack.authorities.map(({ code }) => code).filter((code) => code !== 'MIIT');
  const words = {
    ...sampleWords,
    types: ['B24', 'B24', 'B24', 'B25', 'B25', ...types],
    authorities: [...Array.from({ length: 8 }, () => 'MIIT'), 'sh', 'sh', 'gd', 'gd', 'bj', ...provinces],
  };
  for (const [kind, list] of Object.entries(words))
    await client.query('insert into bench.words values ($1, $2) on conflict (kind) do nothing', [kind, list]);
}

/** False where it is there already. */
async function writeChunk(client: Client, first: number, last: number): Promise<boolean> {
  const found = await client.query('select last from bench.chunks where first = $1', [first]);
  if (found.rows[0]?.last === last) return false;
  if (found.rowCount) throw new Error('An earlier run wrote another number of licenses: begin anew with --fresh.');
  const today = shanghaiDay(new Date().toISOString());
  const { pack, calendar } = latestPins;
  const [companies, snapshots, views, obligations] = sampleSql.records as [string, string, string, string];
  await client.query('begin');
  try {
    await client.query(sampleSql.lines, [first, last, today]);
    await client.query(companies);
    await client.query(snapshots, [entriesPerLicense, stateForm, pack, calendar]);
    await client.query(views, [entriesPerLicense, today]);
    await client.query(obligations, [today]);
    await client.query('select bench.add_events($1, $2)', [entriesPerLicense, today]);
    await client.query('insert into bench.chunks values ($1, $2)', [first, last]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
