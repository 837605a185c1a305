import pg from 'pg';
import { emptyDatabase, postgresUrl, temporalConnection } from '../support/stack.js';

describe('the test servers', () => {
  it('offer PostgreSQL 18 that compares text the same on every machine', async () => {
    const client = new pg.Client({ connectionString: postgresUrl() });
    await client.connect();
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int / 10000 as version, datlocprovider as provider from pg_database where datname = 'postgres'",
    );
    await client.end();
    expect(rows).toEqual([{ version: 18, provider: 'b' }]);
  });

  it('give each file a database of its own', async () => {
    const [one, other] = await Promise.all([emptyDatabase(), emptyDatabase()]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('offer Temporal with its default namespace', async () => {
    const connection = await temporalConnection();
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
    expect(namespaceInfo?.name).toBe('default');
  });
});
