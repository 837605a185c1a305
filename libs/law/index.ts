/** The law of an installation: what ships, and what one folder adds. Read, checked and hashed here. */
export { loadLawFolder } from './folder.js';
export { type LawHere, lawHash, lawHere } from './hashes.js';
export { jsonFault } from './json-fault.js';
export { InvalidLawFileError, packIn } from './law-file.js';
