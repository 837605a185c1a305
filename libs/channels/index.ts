export * from './outbound-client.js';
export * from './outbound-rules.js';
export * from './standard-webhooks.js';
