/** Whose duty it is, and the rules that give it its date. */
interface KindOfDuty {
  duty: 'company' | 'authority' | 'right';
  rules: readonly string[];
}

const of = (duty: KindOfDuty['duty'], ...kinds: string[]): [string, KindOfDuty][] =>
  kinds.map((kind) => [kind, { duty, rules: [`limit.${kind}`] }]);

/** Every kind of duty that this release knows; of those of a later one nothing is said. */
export const kindsOfDuty: ReadonlyMap<string, KindOfDuty> = new Map([
  ['acceptance', { duty: 'authority', rules: ['limit.completeness'] }],
  [
    'change',
    {
      duty: 'company',
      rules: ['limit.change-after-decision', 'limit.change-after-registration', 'limit.change-ahead'],
    },
  ],
  ...of('authority', 'review', 'permit-issue', 'renewal-decision', 'termination-notice', 'termination-decision'),
  ...of('authority', 'reissue-decision', 'false-material-bar', 'fraud-bar', 'bad-list-exit', 'dishonest-list-exit'),
  ...of('company', 'correction', 'report-return', 'deferred-materials', 'annual-report', 'renewal'),
  ...of('company', 'non-renewal-report', 'permit-return', 'operating-without-permit', 'inspection-answer'),
  ...of('company', 'special-condition', 'number-certificate-renewal', 'number-certificate-report'),
  ...of('right', 'reconsideration', 'litigation'),
]);
