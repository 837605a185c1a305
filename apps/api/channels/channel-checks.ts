import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type OutboundFault, OutboundRules, robotTongues } from '../../../libs/channels/index.js';
import { latestPins, lawOf } from '../../../libs/domain/index.js';
import type { RobotKind } from '../../../libs/persistence/index.js';
import { eventTypes } from '../history/event-words.js';
import { RequestInvalid } from '../problems/api-errors.js';
import type { ProblemEntry } from '../problems/problem.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';

export interface ChosenBy {
  url?: string | undefined;
  eventTypes?: string[] | null | undefined;
  licenseIds?: string[] | null | undefined;
  companyIds?: string[] | null | undefined;
  authorities?: string[] | null | undefined;
}

const urlRemedies: Record<OutboundFault, string> = {
  'not-a-url': 'Give a whole URL, such as https://erp.example.com/hooks.',
  scheme: 'Use https, or let the operator allow the host by name (OUTBOUND_ALLOWED_HOSTS).',
  credentials: 'Leave user and password out of the URL; the signature says who sends.',
  port: 'Use port 443, or let the operator allow host:port by name (OUTBOUND_ALLOWED_HOSTS).',
  address: 'Use a public address, or let the operator allow the host by name (OUTBOUND_ALLOWED_HOSTS).',
};

/** Whether a channel is one that can be: all that is wrong with it is said at once. */
@Injectable()
export class ChannelChecks {
  private readonly rules: OutboundRules;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(OPTIONS) options: ApiOptions,
  ) {
    this.rules = new OutboundRules(options.outboundAllowedHosts);
  }

  /** @throws RequestInvalid */
  async webhook(chosen: ChosenBy): Promise<void> {
    refuse([...this.urlFaults(chosen.url), ...(await this.choiceFaults(chosen))]);
  }

  /** @throws RequestInvalid */
  async robot(kind: RobotKind, chosen: ChosenBy & { secret?: string | null | undefined }): Promise<void> {
    const { url, secret } = chosen;
    const faults = [...this.urlFaults(url), ...(await this.choiceFaults(chosen))];
    const tongue = robotTongues[kind];
    if (faults.length === 0 && url !== undefined) {
      const parsed = new URL(url);
      if (!tongue.isOwnUrl(parsed, this.rules.isNamed(parsed)))
        faults.push({
          pointer: '/url',
          code: 'robot-url-invalid',
          detail: `this is not an address of a ${kind} robot`,
          remedy: 'Copy the webhook address from the settings of the group robot.',
        });
    }
    if (typeof secret === 'string' && !tongue.secretShape.test(secret))
      faults.push({
        pointer: '/secret',
        code: 'robot-secret-invalid',
        detail: `this is not a secret of a ${kind} robot`,
        remedy:
          kind === 'wecom'
            ? 'WeCom robots have no secret: leave it out.'
            : 'Copy the secret from the security settings of the group robot (加签, 签名校验).',
      });
    refuse(faults);
  }

  private urlFaults(url: string | undefined): ProblemEntry[] {
    const fault = url === undefined ? null : this.rules.faultOf(url);
    if (!fault) return [];
    const detail = 'this address may not be called';
    return [{ pointer: '/url', code: 'url-not-allowed', detail, remedy: urlRemedies[fault] }];
  }

  private async choiceFaults({
    eventTypes: types,
    licenseIds,
    companyIds,
    authorities,
  }: ChosenBy): Promise<ProblemEntry[]> {
    const known = new Set<string>(eventTypes);
    const codes = new Set(lawOf(latestPins).pack.authorities.map(({ code }) => code));
    return [
      ...unknown(
        '/eventTypes',
        types,
        (type) => known.has(type),
        'unknown-event-type',
        'docs/channels.md lists the types.',
      ),
      ...unknown(
        '/authorities',
        authorities,
        (code) => codes.has(code),
        'unknown-authority',
        `Known: ${[...codes].join(', ')}.`,
      ),
      ...(await this.unknownIds('/licenseIds', licenseIds, 'license')),
      ...(await this.unknownIds('/companyIds', companyIds, 'company')),
    ];
  }

  private async unknownIds(
    pointer: string,
    ids: string[] | null | undefined,
    what: 'license' | 'company',
  ): Promise<ProblemEntry[]> {
    if (!ids) return [];
    const table = what === 'license' ? 'license_view' : 'companies';
    const column = what === 'license' ? 'license_id' : 'id';
    const rows = (await this.dataSource.query(
      `select ${column} as id from paizhao.${table} where ${column} = any($1::uuid[])`,
      [ids],
    )) as { id: string }[];
    const found = new Set(rows.map(({ id }) => id));
    const plural = what === 'license' ? 'licenses' : 'companies';
    return unknown(
      pointer,
      ids,
      (id) => found.has(id.toLowerCase()),
      `${what}-not-found`,
      `Look at GET /${plural} for the ids.`,
    );
  }
}

function unknown(
  pointer: string,
  given: string[] | null | undefined,
  isKnown: (one: string) => boolean,
  code: string,
  remedy: string,
): ProblemEntry[] {
  return (given ?? []).flatMap((one, i) =>
    isKnown(one) ? [] : [{ pointer: `${pointer}/${i}`, code, detail: 'there is none of this name', remedy }],
  );
}

function refuse(faults: ProblemEntry[]): void {
  if (faults.length > 0) throw new RequestInvalid(faults);
}
