export { allowedMediaTypes } from './content/inspect.js';
export * from './document-store.js';
export * from './errors.js';
export { type FileKeys, noFileKeys } from './file-keys.js';
export * from './open-document-store.js';
export * from './plain-store.js';
export type { Bucket } from './s3/s3-place.js';
