export { type CalendarDate, calendarAround, eventsOf } from './calendar.js';
export type * from './content.js';
export { type DigestContent, digestOf } from './digest-content.js';
export { type LetterBody, letterBody } from './letter-body.js';
export type * from './mail-port.js';
export { type LetterFrame, renderDigest, renderMime } from './mime.js';
export { type PlainContent, renderPlainMime } from './plain-mime.js';
export { createSmtpCarrier } from './smtp-carrier.js';
export { wordsOf } from './words/index.js';
