import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { ChainWalk, commandIdFor, readHead, readWholeStream } from '../../../libs/ledger/index.js';
import { createDataSource } from '../../../libs/persistence/index.js';
import { liveAndFolded } from '../../stack/folding.js';
import { type Arrival, accountOf, type LedgerLine, type MailAccount, mailAccountOf } from './accounts.js';
import type { Callers } from './callers.js';
import type { Dice } from './dice.js';
import type { Asked, Journal } from './journal.js';
import type { Scene } from './scene.js';

/** What is wrong, by kind; each list is empty where the product keeps its word. */
export interface Faults {
  lost: string[];
  doubled: string[];
  /** Answered otherwise when asked again with the same key. */
  otherwise: string[];
  stuck: string[];
  silent: string[];
  brokenChains: string[];
  unlikeTheirLedger: string[];
}

export interface Examined {
  faults: Faults;
  mails: MailAccount;
  licenses: number;
  entries: number;
  streams: number;
  askedAgain: number;
}

/** How many acknowledged commands are asked once more. */
const sampleSize = 100;

/** Looks at everything that is on record, with nothing running against it. */
export async function examine(scene: Scene, journal: Journal, callers: Callers, dice: Dice): Promise<Examined> {
  const source = await createDataSource({ url: scene.stack.database.superuserUrl, poolSize: 4 }).initialize();
  try {
    const ledger = await ledgerOf(scene);
    const account = accountOf(journal.acknowledged.values(), ledger);
    const chains = await brokenChains(source);
    const again = dice.shuffled(remembered(journal)).slice(0, sampleSize);
    const mails = mailAccountOf(arrivals(scene), journal.faults);
    return {
      faults: {
        lost: [...account.lost, ...(await lostElsewhere(scene, journal))],
        doubled: [
          ...account.doubled,
          ...refusedOnRecord(journal, ledger, scene.cast.principals),
          ...(await doubledEffects(scene)),
        ],
        otherwise: await answeredOtherwise(again, journal, callers),
        stuck: await overdue(scene),
        silent: await silent(scene),
        brokenChains: chains.broken,
        unlikeTheirLedger: await unlikeTheirLedger(source),
      },
      mails,
      licenses: new Set(ledger.map(({ stream }) => stream)).size,
      entries: chains.entries,
      streams: chains.streams,
      askedAgain: again.length,
    };
  } finally {
    await source.destroy();
  }
}

function ledgerOf(scene: Scene): Promise<LedgerLine[]> {
  return scene.query(
    `select stream, seq::int, type, command_id as "commandId" from paizhao.ledger_events where stream ^@ 'license/'`,
  );
}

/** People and companies that were acknowledged and are not there. */
async function lostElsewhere(scene: Scene, journal: Journal): Promise<string[]> {
  const kept = await scene.query<{ id: string; seq: number }>(
    `select id::text, 0 as seq from paizhao.people union all select id::text, seq::int from paizhao.companies`,
  );
  const seqs = new Map(kept.map(({ id, seq }) => [id, seq]));
  return [...journal.acknowledged.values()].flatMap(({ personId, companyId, licenseId, seq = 0 }) => {
    const id = licenseId ? undefined : (personId ?? companyId);
    return id === undefined || (seqs.get(id) ?? -1) >= (personId ? 0 : seq) ? [] : [`${id} at ${seq}`];
  });
}

/** A refusal leaves nothing: not even where an earlier answer was lost on its way. */
function refusedOnRecord(
  journal: Journal,
  ledger: readonly LedgerLine[],
  principals: Record<string, string>,
): string[] {
  const onRecord = new Set(ledger.map(({ commandId }) => commandId));
  return [...journal.refused.keys()].flatMap((key) => {
    const asked = journal.asked.get(key);
    const licenseId = asked && /^\/licenses\/([^/]+)\//.exec(asked.path)?.[1];
    if (!licenseId) return [];
    const id = commandIdFor(principals[asked.by] ?? '', licenseId, key);
    return onRecord.has(id) ? [`${licenseId} ${id} was refused`] : [];
  });
}

/** The same rung of a duty fired twice for the same people; the same message recorded as sent twice. */
async function doubledEffects(scene: Scene): Promise<string[]> {
  const rows = await scene.query<{ what: string }>(
    `with entries as (
       select stream, type, convert_from(body, 'UTF8')::jsonb -> 'data' as data from paizhao.ledger_events
        where type in ('notice-due', 'delivery-sent'))
     select concat_ws(' ', stream, type, data ->> 'obligationId', data ->> 'rung', data ->> 'to', data ->> 'key') as what
       from entries group by 1 having count(*) > 1`,
  );
  return rows.map(({ what }) => what);
}

/** What changed nothing is judged anew when it is asked again; all else is answered the same way for ever. */
function remembered({ acknowledged }: Journal): string[] {
  return [...acknowledged].flatMap(([key, answer]) => (answer?.outcome === 'nothing' ? [] : [key]));
}

async function answeredOtherwise(keys: readonly string[], journal: Journal, callers: Callers): Promise<string[]> {
  const otherwise: string[] = [];
  for (const key of keys) {
    const asked = journal.asked.get(key) as Asked;
    const again = await callers.again(asked);
    if (!isDeepStrictEqual(again?.body, journal.acknowledged.get(key)))
      otherwise.push(`${asked.method} ${asked.path}: ${again?.status} ${again?.body?.code ?? ''}`);
  }
  return otherwise;
}

/** The license's own time, as the product reckons it. */
const ownNow = `(clock_timestamp() + s.clock_offset_ms * interval '1 millisecond' - interval '1 minute')`;

async function overdue(scene: Scene): Promise<string[]> {
  const rows = await scene.query<{ what: string }>(
    `select s.license_id || ' should have woken at ' || s.wake_at as what
       from paizhao.snapshots s join paizhao.license_view v using (license_id)
      where not v.ended and s.wake_at < ${ownNow}`,
  );
  return rows.map(({ what }) => what);
}

/**
 * A planned rung of the past without a message, or a message that nobody got and whose stand-in was not told either:
 * skipped time skips the waits between attempts too, so that some are given up.
 */
async function silent(scene: Scene): Promise<string[]> {
  const rows = await scene.query<{ what: string }>(
    `select concat_ws(' ', r.license_id, r.obligation_id, r.rung, 'has no message') as what
       from paizhao.planned_rungs r
       join paizhao.snapshots s using (license_id)
       join paizhao.license_view v using (license_id)
      where not v.ended and r.at < ${ownNow}
        and not exists (select from paizhao.outbox o where o.license_id = r.license_id
                           and o.obligation_id = r.obligation_id and o.rung = r.rung)
     union all
     select concat_ws(' ', o.key, o.state) from paizhao.outbox o
      where o.state not in ('sent', 'suppressed') and o.leaves = 'alone'
        and not exists (select from paizhao.outbox p where p.license_id = o.license_id
                           and p.obligation_id = o.obligation_id and p.state = 'sent'
                           and (p.rung in (o.rung, 'undelivered/' || (o.notice ->> 'rung')) or p.due_at > o.due_at))`,
  );
  return rows.map(({ what }) => what);
}

async function brokenChains(source: DataSource): Promise<{ broken: string[]; streams: number; entries: number }> {
  const streams = (await source.query('select stream from paizhao.ledger_heads order by 1')) as { stream: string }[];
  const broken: string[] = [];
  let entries = 0;
  for (const { stream } of streams) {
    const walk = new ChainWalk(stream);
    for await (const row of readWholeStream(source, stream)) walk.next(row);
    const head = await readHead(source, stream);
    const { findings, checked } = walk.result(head ? { seq: head.seq, hash: head.hash.toString('hex') } : undefined);
    entries += checked;
    broken.push(...findings.map(({ seq, kind }) => `${stream} ${seq}: ${kind}`));
  }
  return { broken, streams: streams.length, entries };
}

async function unlikeTheirLedger(source: DataSource): Promise<string[]> {
  const unlike: string[] = [];
  for await (const { licenseId, live, folded } of liveAndFolded(source))
    if (!isDeepStrictEqual(plain(live), plain(folded))) unlike.push(licenseId);
  return unlike;
}

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

function arrivals(scene: Scene): Arrival[] {
  return scene.stack.mail.store.all().map(({ receivedAt, raw, unanswered = false }) => {
    const messageId = /^message-id:\s*(\S+)/im.exec(raw.toString('latin1').split('\r\n\r\n')[0] ?? '')?.[1] ?? '';
    return { messageId, receivedAt, raw, unanswered };
  });
}
