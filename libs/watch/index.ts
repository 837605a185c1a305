export { alarmKinds, wordsOf } from './alarm-kinds.js';
export { createDeadMansPing } from './dead-mans-ping.js';
export { mailVoice, type Voice, webhookVoice } from './voices.js';
export { voicesOf } from './voices-of.js';
export { Watch } from './watch.js';
export { keepWatch } from './watch-loop.js';
export { apiWatchman, engineWatchman, sealingWatchman, silenceWatchman } from './watchmen.js';
