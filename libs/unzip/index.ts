export { NotAnArchive } from './not-an-archive.js';
export { isArchive, openArchive } from './open-archive.js';
