import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type OutboundFault, OutboundRules, robotTongues } from '../../../libs/channels/index.js';
import { latestPins, lawOf } from '../../../libs/domain/index.js';
import { eventTypes } from '../../../libs/history/index.js';
import type { RobotKind } from '../../../libs/persistence/index.js';
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

  private async choiceFaults(chosen: ChosenBy): Promise<ProblemEntry[]> {
    const types = new Set<string>(eventTypes);
    const codes = new Set(lawOf(latestPins).pack.authorities.map(({ code }) => code));
    const licenses = await this.known('license_view', 'license_id', chosen.licenseIds);
    const companies = await this.known('companies', 'id', chosen.companyIds);
    return [
      ...unknown('/eventTypes', chosen.eventTypes, types, {
        code: 'unknown-event-type',
        remedy: "Use types as in a license's history, such as permit-issued.",
      }),
      ...unknown('/authorities', chosen.authorities, codes, {
        code: 'unknown-authority',
        remedy: `Name one of: ${[...codes].join(', ')}.`,
      }),
      ...unknown('/licenseIds', chosen.licenseIds, licenses, {
        code: 'license-not-found',
        remedy: 'Look at GET /licenses for the ids.',
      }),
      ...unknown('/companyIds', chosen.companyIds, companies, {
        code: 'company-not-found',
        remedy: 'Look at GET /companies for the ids.',
      }),
    ];
  }

  private async known(table: string, column: string, ids: string[] | null | undefined): Promise<ReadonlySet<string>> {
    if (!ids) return new Set();
    const rows = (await this.dataSource.query(
      `select ${column} as id from paizhao.${table} where ${column} = any($1::uuid[])`,
      [ids],
    )) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }
}

function unknown(
  pointer: string,
  given: string[] | null | undefined,
  known: ReadonlySet<string>,
  fault: Pick<ProblemEntry, 'code' | 'remedy'>,
): ProblemEntry[] {
  return (given ?? []).flatMap((one, i) =>
    known.has(one.toLowerCase()) || known.has(one)
      ? []
      : [{ ...fault, pointer: `${pointer}/${i}`, detail: `there is no ${one.slice(0, 60)}` }],
  );
}

function refuse(faults: ProblemEntry[]): void {
  if (faults.length > 0) throw new RequestInvalid(faults);
}
