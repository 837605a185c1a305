export { fileNameOf } from './file-name.js';
export { type ArchivedFile, zipOf } from './zip.js';
