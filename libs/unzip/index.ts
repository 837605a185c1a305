export { NotAnArchive } from './not-an-archive.js';
export { type Archive, isArchive, openArchive } from './open-archive.js';
