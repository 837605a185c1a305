export * from './append.js';
export * from './canonicalize.js';
export * from './commitment.js';
export * from './envelope.js';
export * from './export.js';
export * from './streams.js';
export * from './uuid5.js';
export * from './verify.js';
