/**
 * What stands in examples of the description. The page to try the API puts real values in their place: the day of
 * today, and, where time is simulated, the ids of the newest license.
 */
export const exampleValues = {
  license: '00000000-0000-5000-8000-000000000001',
  company: '00000000-0000-5000-8000-000000000002',
  owner: '00000000-0000-5000-8000-000000000003',
  deputy: '00000000-0000-5000-8000-000000000004',
  manager: '00000000-0000-5000-8000-000000000005',
  material: '00000000-0000-5000-8000-000000000006',
  scan: '00000000-0000-5000-8000-000000000007',
  filing: 'new-1',
  obligation: 'renewal:1',
  today: '2026-11-20',
  /** The last day of a permit that is valid from `today`. */
  lastDay: '2031-11-19',
} as const;

export type ExampleValues = { [name in keyof typeof exampleValues]: string };
