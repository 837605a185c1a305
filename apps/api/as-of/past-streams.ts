import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import {
  accessAsOf,
  accessEvents,
  coversCompany,
  coversLicense,
  InvalidInput,
  type LicenseEntry,
  type Period,
  type Principal,
  type Role,
} from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import { type Bound, type KnownStream, type Position, readKnown, readKnownOf } from '../../../libs/ledger/known.js';
import { companyStream, deliveryStream, houseStream, licenseStream } from '../../../libs/ledger/streams.js';
import { StoredFileRepository } from '../../../libs/persistence/index.js';
import { isAllowed, ruleOf } from '../access/access-table.js';

/** Who might read a license or company by what the house had granted. */
export interface Reader {
  kind: 'person' | 'integration';
  id: string;
  roles: readonly Role[];
  period: Period | null;
}

/** Where the streams were read to; `at` is the same as a link carries it. */
export interface Positions {
  at: string;
  streams: readonly Position[];
}

export interface PastLicense {
  entries: readonly LicenseEntry[];
  deliveries: readonly Envelope[];
  /** Null for a caller who may not read who has access. */
  couldSee: readonly Reader[] | null;
  position: Positions;
}

export interface PastCompany {
  entries: readonly Envelope[];
  couldSee: readonly Reader[] | null;
  position: Positions;
}

/** For each stream the entry up to which it is read; without any, to its end. */
export type At = readonly number[] | undefined;

/** Reads what was on record at another time. Each stream is cut by its own time, `recordedAt`. */
@Injectable()
export class PastStreams {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws InvalidInput `position-unknown` */
  async license(licenseId: string, knownOn: string, at: At, caller: Principal): Promise<PastLicense> {
    const [own, sent] = await this.read(
      [bound(licenseStream(licenseId), at?.[0]), bound(deliveryStream(licenseId), at?.[1])],
      knownOn,
    );
    const entries = own.entries as unknown as readonly LicenseEntry[];
    const { companyId } = (own.entries[0]?.data ?? {}) as { companyId?: string };
    const covers = (reach: Principal['scopes']) => coversLicense(reach, { licenseId, companyId: companyId ?? '' });
    const house = await this.grants(houseMoment(own, knownOn), at?.[2], caller, covers);
    const position = positionsOf([own.position, sent.position, house.position]);
    return { entries, deliveries: sent.entries, couldSee: house.couldSee, position };
  }

  /** @throws InvalidInput `position-unknown` */
  async company(companyId: string, knownOn: string, at: At, caller: Principal): Promise<PastCompany> {
    const [own] = await this.read([bound(companyStream(companyId), at?.[0])], knownOn);
    const covers = (reach: Principal['scopes']) => coversCompany(reach, companyId);
    const house = await this.grants(knownOn, at?.[1], caller, covers);
    return { entries: own.entries, couldSee: house.couldSee, position: positionsOf([own.position, house.position]) };
  }

  /** @throws InvalidInput `position-unknown` */
  async house(knownOn: string, at: At): Promise<Omit<PastCompany, 'couldSee'>> {
    const [own] = await this.read([bound(houseStream, at?.[0])], knownOn);
    return { entries: own.entries, position: positionsOf([own.position]) };
  }

  erasedFiles(licenseId: string): Promise<string[]> {
    return new StoredFileRepository(this.dataSource.manager).erased(licenseId);
  }

  /** Each of the streams, in the order of the bounds. */
  private async read<B extends [Bound, ...Bound[]]>(
    bounds: B,
    until: string,
  ): Promise<{ [I in keyof B]: KnownStream }> {
    const known = await readKnown(this.dataSource, bounds, until);
    return bounds.map((asked) => {
      const stream = known.get(asked.stream) as KnownStream;
      mustReach(asked, stream.position);
      return stream;
    }) as { [I in keyof B]: KnownStream };
  }

  private async grants(
    moment: string,
    upto: number | undefined,
    caller: Principal,
    covers: (reach: Principal['scopes']) => boolean,
  ): Promise<{ couldSee: readonly Reader[] | null; position: Position }> {
    const told = isAllowed('read-access', caller);
    const asked = bound(houseStream, upto);
    const { position, entries } = await readKnownOf(this.dataSource, asked, moment, told ? accessEvents : []);
    mustReach(asked, position);
    if (!told) return { couldSee: null, position };
    const couldSee = accessAsOf(entries, { now: moment, today: shanghaiDay(moment) })
      .filter(({ roles, actions }) => isAllowed('read-licenses', { roles, actions }))
      .filter(({ scope }) => scope === null || covers([scope]))
      .map(({ kind, id, roles, period }) => ({ kind, id, roles: roles.filter(reads), period }));
    return { couldSee, position };
  }
}

const reads = (role: Role): boolean => ruleOf('read-licenses').roles.includes(role);

const bound = (stream: string, upto: number | undefined): Bound => ({ stream, upto: upto ?? null });

const positionsOf = (streams: readonly Position[]): Positions => ({
  at: streams.map(({ seq }) => seq).join('.'),
  streams,
});

/**
 * The house goes by the clock on the wall, and a license whose time was skipped does not: what the house said when the
 * newest of the license's entries was stored.
 */
function houseMoment({ entries }: KnownStream, knownOn: string): string {
  const skipped = entries.some(({ type }) => type === 'simulation-marked');
  return skipped ? (entries.at(-1)?.storedAt ?? knownOn) : knownOn;
}

/** A link names entries that were there. */
function mustReach({ stream, upto }: Bound, { seq }: Position): void {
  if (upto !== null && seq < upto) throw new PositionUnknown(stream, upto, seq);
}

/** The question names entries that are not on record by then: it was changed by hand, or the record was cut. */
export class PositionUnknown extends InvalidInput {
  constructor(stream: string, asked: number, newest: number) {
    super('position-unknown', `${stream} has no entry ${asked} by then; its newest one is ${newest}`, {
      pointer: '/at',
      stream,
      newest,
      remedy: 'Take the address as an answer gave it, or leave `at` out. If it is as it was given, the record was cut.',
    });
  }
}
