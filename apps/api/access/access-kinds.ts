/** What is read of a license and shows persons; `chain`: its whole ledger, `deliveries`: that of its deliveries, to take away. */
export const sensitiveKinds = ['material', 'scan', 'draft', 'portal-form', 'pack', 'chain', 'deliveries'] as const;

export type SensitiveWhat = (typeof sensitiveKinds)[number];

/** What a question about the past is about. */
export const questionKinds = [
  ...(['license', 'obligation', 'license-changes', 'licenses'] as const),
  ...(['company', 'company-changes', 'house', 'house-changes'] as const),
] as const;

export type Question = (typeof questionKinds)[number];
