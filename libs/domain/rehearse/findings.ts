import type { CivilDate } from '../../calendar/index.js';
import type { Bilingual } from '../../rulebook/index.js';
import type { LicenseState } from '../license.js';
import type { RehearsedDuty } from './rehearsal.js';
import type { StaleMaterial } from './stage.js';

/** Something about the plan that a person should know. */
export interface RehearsalFinding {
  /** Permanent and kebab-case. */
  code: string;
  level: 'blocking' | 'warning' | 'info';
  /** Obligation, filing or material. */
  about: string;
  text: Bilingual;
}

export function findingsOf(
  state: LicenseState,
  today: CivilDate,
  duties: RehearsedDuty[],
  stale: StaleMaterial[],
): RehearsalFinding[] {
  return [...ofPermit(state), ...stale.map(staleFinding), ...duties.flatMap((duty) => ofDuty(duty, today))];
}

function ofPermit({ permit, attention }: LicenseState): RehearsalFinding[] {
  const findings: RehearsalFinding[] = [];
  if (permit?.status === 'expired') {
    const last = permit.terms.at(-1)?.lastDay ?? '';
    findings.push(
      finding(
        'permit-lapses',
        'blocking',
        permit.number,
        `许可证于${last}失效，此后经营即属无证经营`,
        `The permit lapses after ${last}; operating beyond it is operating without a permit`,
      ),
    );
  }
  for (const { reason, about } of attention) {
    if (reason === 'renewal-deemed') {
      findings.push(
        finding(
          reason,
          'warning',
          about,
          '到期未决，视为准予延续，须人工确认',
          'Renewed by silence: a person must confirm it',
        ),
      );
    } else if (reason === 'renewal-undecided') {
      findings.push(
        finding(
          reason,
          'blocking',
          about,
          '到期时续期申请仍无结果，须人工判断',
          'The renewal is open when the permit ends: a person must judge',
        ),
      );
    } else if (reason === 'acceptance-deemed') {
      findings.push(
        finding(reason, 'info', about, '主管部门逾期未答复，视为受理', 'Accepted by silence of the authority'),
      );
    }
  }
  return findings;
}

function staleFinding({ requirementId, title, issuedOn, filingOn }: StaleMaterial): RehearsalFinding {
  return finding(
    'material-stale',
    'warning',
    requirementId,
    `${title.zh}（${issuedOn ?? '无日期'}）在计划申报日${filingOn}已过有效期`,
    `${title.en} of ${issuedOn ?? 'no date'} is too old on the filing day ${filingOn}`,
  );
}

function ofDuty(
  { obligationId, duty, deadline, safeDay, closedOn, slackDays }: RehearsedDuty,
  today: CivilDate,
): RehearsalFinding[] {
  if (duty !== 'company') return [];
  const findings: RehearsalFinding[] = [];
  if (deadline && safeDay !== deadline.date) {
    findings.push(
      finding(
        'date-on-rest-day',
        'info',
        obligationId,
        `法定日${deadline.date}为休息日，应在${safeDay}前办理`,
        `${deadline.date} is a rest day: act by ${safeDay}`,
      ),
    );
  }
  if (deadline?.firmness === 'provisional') {
    findings.push(
      finding(
        'date-provisional',
        'info',
        obligationId,
        `${deadline.date}取决于尚未公布的放假安排`,
        `${deadline.date} depends on days off that are not published yet`,
      ),
    );
  }
  if (closedOn === null && deadline && deadline.date < today) {
    findings.push(
      finding(
        'duty-open',
        'warning',
        obligationId,
        `期限${deadline.date}已过，至演练结束仍未履行`,
        `Past its date ${deadline.date}, and still open at the end`,
      ),
    );
  } else if (slackDays !== null && slackDays < 0) {
    findings.push(
      finding(
        'duty-late',
        'warning',
        obligationId,
        `迟于安全日${-slackDays}天`,
        `${-slackDays} days after the safe day`,
      ),
    );
  }
  if (!deadline) {
    findings.push(
      finding(
        'duty-without-date',
        'warning',
        obligationId,
        '期限起算日未知',
        'The day that starts its clock is unknown',
      ),
    );
  }
  return findings;
}

export function finding(
  code: string,
  level: RehearsalFinding['level'],
  about: string,
  zh: string,
  en: string,
): RehearsalFinding {
  return { code, level, about, text: { zh, en } };
}
