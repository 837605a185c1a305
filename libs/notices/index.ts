export type * from './content.js';
export { letterBody } from './letter-body.js';
export type * from './mail-port.js';
export { type LetterFrame, renderMime } from './mime.js';
export { createSmtpCarrier } from './smtp-carrier.js';
