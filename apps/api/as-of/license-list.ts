import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import {
  type AsOf,
  coversDay,
  type Period,
  type Principal,
  type Scope,
  Unavailable,
} from '../../../libs/domain/index.js';
import { type KnownStream, readKnown } from '../../../libs/ledger/known.js';
import { licenseStream } from '../../../libs/ledger/streams.js';
import { ChangeRepository, type KnownLicense, type PortfolioFilter } from '../../../libs/persistence/index.js';
import { lineAsOf, meets, toldLine } from './list-line.js';

export interface ListQuestion extends AsOf {
  /** Place of the change feed up to which entries are read. */
  place: number;
  /** Licenses whose time was skipped are told as of their own present, which is ahead of `knownOn`. */
  skippedAtPresent: boolean;
  conditions: PortfolioFilter;
  canonical: string;
}

/** Licenses that are read from the database at a time. */
const pageSize = 50;
/** After every entry. */
const always = '9999-12-31T00:00:00.000Z';
/** Each takes a processor for as long as it lasts. */
const mostAtOnce = 2;

/** Lists as of two times, as lines of JSON: what was asked, the licenses with how far the list has come, and its end. */
@Injectable()
export class LicenseList {
  private running = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The end of the record as it is now: entries that come later have later places. `ahead`: the time of the license of the
   * scopes that is farthest ahead of the wall, where time is skipped.
   */
  async end(scopes: readonly Scope[]): Promise<{ place: number; ahead: string | null }> {
    const feed = new ChangeRepository(this.dataSource.manager);
    while ((await feed.order()) > 0);
    return { place: (await feed.end()).place, ahead: await feed.farthestSkipped(scopes) };
  }

  /**
   * Gives the lines to whoever sends them.
   * @throws Unavailable `too-many-streams`
   */
  async send(
    question: ListQuestion,
    { scopes, period }: Pick<Principal, 'scopes' | 'period'>,
    sender: (lines: AsyncIterable<string>) => Promise<void>,
  ): Promise<void> {
    if (this.running >= mostAtOnce) throw new TooManyLists();
    this.running += 1;
    try {
      const { place, conditions } = question;
      const feed = new ChangeRepository(this.dataSource.manager);
      const licenses = await feed.licensesUpTo(place, scopes, conditions.companyId ?? null);
      await sender(this.hashed(question, licenses, period));
    } finally {
      this.running -= 1;
    }
  }

  /** The last line says how many there were and the hash of all before it, so that a list that was cut shows. */
  private async *hashed(
    question: ListQuestion,
    licenses: readonly KnownLicense[],
    period: Period | null,
  ): AsyncGenerator<string> {
    const hash = createHash('sha256');
    let count = 0;
    for await (const each of this.lines(question, licenses, period)) {
      if ('license' in each) count += 1;
      const line = `${JSON.stringify(each)}\n`;
      hash.update(line);
      yield line;
    }
    yield `${JSON.stringify({ end: { licenses: count, sha256: hash.digest('hex') } })}\n`;
  }

  private async *lines(
    question: ListQuestion,
    licenses: readonly KnownLicense[],
    period: Period | null,
  ): AsyncGenerator<object> {
    const { canonical, validOn, knownOn, place } = question;
    const total = licenses.length;
    yield { question: { canonical, validOn, knownOn, place, total } };
    for (let done = 0; done < total; ) {
      const page = licenses.slice(done, done + pageSize);
      const known = new Map([
        ...(await this.known(
          page.filter((each) => !isAhead(each, question)),
          knownOn,
        )),
        ...(await this.known(
          page.filter((each) => isAhead(each, question)),
          always,
        )),
      ]);
      for (const each of page) {
        // Somebody else's request may have its turn between two licenses.
        await turn();
        const stream = known.get(licenseStream(each.licenseId));
        const asOf = stream && isAhead(each, question) ? atPresent(stream, question) : question;
        const line = isCovered(asOf, period) ? lineAsOf(each.licenseId, stream?.entries ?? [], asOf) : null;
        if (line && meets(line, question.conditions)) yield { license: toldLine(line, asOf) };
      }
      done += page.length;
      yield { progress: { done, total } };
    }
  }

  private known(licenses: readonly KnownLicense[], until: string): Promise<ReadonlyMap<string, KnownStream>> {
    const bounds = licenses.map(({ licenseId, upto }) => ({ stream: licenseStream(licenseId), upto }));
    return readKnown(this.dataSource, bounds, until);
  }
}

const isAhead = ({ simulated }: KnownLicense, { skippedAtPresent }: ListQuestion): boolean =>
  simulated && skippedAtPresent;

/** What was asked for is; a license's own present may lie past it. */
const isCovered = ({ validOn, knownOn }: AsOf, period: Period | null): boolean =>
  period === null || (coversDay(period, shanghaiDay(knownOn)) && coversDay(period, validOn));

/** The own present, by its newest entry, of a license whose time was skipped; the day too, where another one was not asked for. */
function atPresent({ entries }: KnownStream, { validOn, knownOn }: AsOf): AsOf {
  const newest = entries.at(-1)?.recordedAt ?? knownOn;
  const present = newest > knownOn ? newest : knownOn;
  return { knownOn: present, validOn: validOn === shanghaiDay(knownOn) ? shanghaiDay(present) : validOn };
}

class TooManyLists extends Unavailable {
  constructor() {
    super('too-many-streams', 'as many lists are being made here as may', {
      most: mostAtOnce,
      retryAfterSeconds: 10,
      remedy: 'Try again in a moment.',
    });
  }
}
