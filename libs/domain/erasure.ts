/**
 * Why personal data is erased: the cases of PIPL article 47. The purpose is met or cannot be met; the period of keeping
 * has ended; consent is withdrawn; it was handled against the law; another law says so.
 */
export const erasureGrounds = [
  'purpose-met',
  'retention-ended',
  'consent-withdrawn',
  'unlawful-handling',
  'other-law',
] as const;

export type ErasureGround = (typeof erasureGrounds)[number];
