export * from './errors.js';
export * from './records.js';
export * from './sealed-file.js';
