/** What is on record, in words of both languages. */
export { deliveryInWords } from './delivery-words.js';
export { say } from './event-say.js';
export { eventTypes, inWords } from './event-words.js';
export { companyWords, houseWords } from './house-words.js';
export { type ToldEntry, toldEntry } from './told-entry.js';
