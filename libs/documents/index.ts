export * from './disk-document-store.js';
export * from './document-store.js';
export * from './errors.js';
export { allowedMediaTypes } from './media-type.js';
