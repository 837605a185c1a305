import type { RoutingReading, RoutingRule } from '../../pack.js';
import { routing as routing1 } from '../cn-vats-current-1/routing.js';

/** The pilot of 2019 asks for the seat and the main office in the zone, and is about class B2 only. */
const notificationAndCommitment: RoutingReading = {
  id: 'notification-and-commitment-pilot',
  authority: 'coverage-province',
  when: {
    all: [{ eq: ['freeTradeZone', true] }, { in: ['serviceTypes', ['B21', 'B22', 'B23', 'B24', 'B25', 'B26']] }],
  },
  openIf: { not: { eq: ['mainOfficeInZone', false] } },
  wording: {
    zh: '2019年告知承诺试点（限当时的十八个自贸区）：注册地和主要经营场所都在区内的，可凭书面承诺先行取得B2类许可，事后核查；是否仍在执行、是否适用于外商投资企业未核实。',
    en: 'Pilot of 2019, in the eighteen free-trade zones of that time: companies with seat and main office in a zone may get a class B2 permit on a written commitment, checked afterwards; whether it still runs, and for foreign-invested companies, is not verified.',
  },
  citation: { source: 'FTZ', article: 'pilot of 2019-12-04' },
  confidence: 'secondary',
};

/** As in version 1, but that the pilot is a route only since it began. */
export const routing: RoutingRule[] = routing1.flatMap((rule) => {
  const others = rule.readings.filter(({ id }) => id !== notificationAndCommitment.id);
  if (others.length === rule.readings.length) return [rule];
  return [
    { ...rule, validTo: '2019-12-03', readings: others },
    { ...rule, validFrom: '2019-12-04', readings: [...others, notificationAndCommitment] },
  ];
});
