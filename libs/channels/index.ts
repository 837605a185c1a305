export * from './outbound-client.js';
export * from './outbound-rules.js';
export * from './robots/index.js';
export * from './standard-webhooks.js';
