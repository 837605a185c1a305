/** Why a date is what it is: laid open as data, and as a text that can be checked again by itself. */
export * from './explanation.js';
export { dayInWords, explanationText } from './explanation-text.js';
