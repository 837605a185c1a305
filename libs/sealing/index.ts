export { type Audit, type AuditFinding, type AuditWish, audit } from './audit.js';
export { mailAuditors } from './auditor-mails.js';
export { Proofs } from './proofs.js';
export { recordsIn } from './records.js';
export { Sealer } from './sealer.js';
export { type SecondStore, secondStore } from './second-store.js';
export { startAuditorMails } from './start-auditor-mails.js';
export { secondStoreOf, startSealing } from './start-sealing.js';
export type { Pace } from './when.js';
