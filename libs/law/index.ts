/** The law of an installation: what ships, and what one folder adds. Read, checked and hashed here. */
export { lawHash } from './hashes.js';
export * from './law-file.js';
