import type { CivilDate } from '../../calendar/index.js';
import { type Bilingual, type Exposure, exposure } from '../../rulebook/index.js';
import type { Operation, WithoutRight } from '../conduct.js';
import type { TimeWithoutRight } from '../operations.js';
import { knownDate } from './obligation-parts.js';
import type { AgendaContext, Standing } from './standing.js';

const act = 'operating-without-permit';

/** What operating without a right may cost, by the stated income or by none; null where the rules have no penalty. */
export function operatingExposure({ conduct }: Standing, { law }: Pick<AgendaContext, 'law'>): Exposure | null {
  return knownDate(() => exposure(law, act, conduct.income?.income ?? 0));
}

export const withoutRightWords: Record<WithoutRight, Bilingual> = {
  'no-application': { zh: '没有许可证，也没有申请', en: 'there is neither a permit nor an application' },
  'application-pending': {
    zh: '申请尚未批准，等待期间无权经营',
    en: 'the application is pending, which gives no right to operate',
  },
  'application-refused': { zh: '申请未获批准', en: 'the application was refused' },
  'before-permit': { zh: '早于许可证生效', en: 'the permit had not begun' },
  'outside-service-types': { zh: '许可证不含该业务', en: 'the permit does not name the service' },
  'service-type-ended': { zh: '该业务的许可已经终止', en: 'the permit no longer names the service' },
  'outside-coverage': { zh: '超出许可的地域范围', en: 'the permit does not cover the province' },
  suspended: { zh: '停业整顿期间', en: 'the permit is suspended' },
  expired: { zh: '许可证已经届满', en: 'the permit has expired' },
  revoked: { zh: '许可证已被吊销', en: 'the permit was revoked' },
  'set-aside': { zh: '许可证已被撤销', en: 'the permit was set aside' },
  withdrawn: { zh: '许可证已被撤回', en: 'the permit was withdrawn' },
  cancelled: { zh: '许可证已经注销', en: 'the permit was cancelled' },
};

/** What to do about a service that runs without a right, why, and what it may cost. */
export function stopStep(
  state: Standing,
  { serviceType, province }: Operation,
  { from, reasons }: TimeWithoutRight,
  context: AgendaContext,
): Bilingual {
  const place = provinceName(province, context);
  const why = withoutRightWords[reasons.at(-1) ?? 'no-application'];
  const cost = costWords(operatingExposure(state, context), state.conduct.income?.asOf ?? null);
  return {
    zh: `停止在${place.zh}经营${serviceType}并登记，或者取得许可：自${from}起${why.zh}${cost.zh}`,
    en: `Stop ${serviceType} in ${place.en} and record it, or have it permitted: ${why.en}, since ${from}${cost.en}`,
  };
}

export function provinceName(code: string, { law }: Pick<AgendaContext, 'law'>): Bilingual {
  return law.pack.authorities.find((authority) => authority.code === code)?.province ?? { zh: code, en: code };
}

function costWords(risk: Exposure | null, asOf: CivilDate | null): Bilingual {
  if (risk === null) return { zh: '', en: '' };
  const [from, to, confiscated] = [risk.from, risk.to, risk.confiscated].map(yuan);
  const stated =
    asOf === null
      ? { zh: '尚未填报收入', en: 'no income stated yet' }
      : { zh: `按截至${asOf}填报的收入`, en: `by the income stated as of ${asOf}` };
  const taken =
    risk.confiscated > 0
      ? { zh: `没收${confiscated}元并`, en: ` and the confiscation of RMB ${confiscated}` }
      : { zh: '', en: '' };
  return {
    zh: `；可能被${taken.zh}处${from}至${to}元罚款（${stated.zh}）`,
    en: `; it may cost a fine of RMB ${from} to ${to}${taken.en} (${stated.en})`,
  };
}

/** `1234567` → `1,234,567`. */
function yuan(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}
