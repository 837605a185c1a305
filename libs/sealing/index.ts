export { auditorMails } from './auditor-mails.js';
export { Sealer } from './sealer.js';
export { type SecondStore, secondStore } from './second-store.js';
export { secondStoreOf, signingKeysOf, startSealing } from './start-sealing.js';
