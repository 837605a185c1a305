export { bounce } from './bounce.workflow.js';
export { digest } from './digest.workflow.js';
export { fanOut } from './fan-out.workflow.js';
export { heartbeat } from './heartbeat.workflow.js';
export { license } from './license.workflow.js';
