export { keepSealing } from './seal-loop.js';
export { Sealer } from './sealer.js';
export { secondStore, type SecondStore } from './second-store.js';
