import { addDays, daysBetween } from '../../../libs/calendar/index.js';
import { InvalidInput } from '../../../libs/domain/index.js';

const longestDays = 92;

/**
 * Days of the access record that are asked for at once, both included.
 * @param pointer to where the first one was said
 * @throws InvalidInput `window-reversed`, `window-too-long`
 */
export function daysBetweenBoth(from: string, until: string, pointer: string): string[] {
  const count = daysBetween(from, until) + 1;
  if (count < 1)
    throw new InvalidInput('window-reversed', `${from} lies after ${until}`, {
      pointer,
      remedy: 'Give a beginning that does not lie after the end.',
    });
  if (count > longestDays)
    throw new InvalidInput('window-too-long', `${count} days are asked for at once`, {
      pointer,
      longest: longestDays,
      remedy: `Ask for ${longestDays} days at most.`,
    });
  return Array.from({ length: count }, (_, i) => addDays(from, i));
}
