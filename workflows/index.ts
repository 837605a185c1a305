export { digest } from './digest.workflow.js';
export { fanOut } from './fan-out.workflow.js';
export { license } from './license.workflow.js';
