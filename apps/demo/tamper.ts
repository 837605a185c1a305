import pg from 'pg';

/**
 * Changes one row of a license's chain behind the product's back: as database superuser, with the triggers off. The
 * answer puts the row back. This is what the verifier must name.
 */
export async function tamper(superuserUrl: string, stream: string, seq: number): Promise<() => Promise<void>> {
  const original = await readBody(superuserUrl, stream, seq);
  const forged = Buffer.from(
    original.toString('utf8').replace(/"validOn":"(\d{4})-/, (_, year) => `"validOn":"${Number(year) - 1}-`),
  );
  if (forged.equals(original)) throw new Error(`${stream} ${seq} has no date to change`);
  await writeBody(superuserUrl, stream, seq, forged);
  return () => writeBody(superuserUrl, stream, seq, original);
}

async function readBody(url: string, stream: string, seq: number): Promise<Buffer> {
  return withClient(url, async (client) => {
    const { rows } = await client.query('select body from paizhao.ledger_events where stream = $1 and seq = $2', [
      stream,
      seq,
    ]);
    return rows[0].body as Buffer;
  });
}

async function writeBody(url: string, stream: string, seq: number, body: Buffer): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query('update paizhao.ledger_events set body = $3 where stream = $1 and seq = $2', [
      stream,
      seq,
      body,
    ]);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
