import type { Part } from './part.js';
import type { Portfolio } from './portfolio.js';

/** The same command as a person's program sends it: POST /licenses/:id/people with a key of its own. */
export function httpPart(portfolio: Portfolio): Part {
  return {
    name: 'http',
    async prepare(count) {
      portfolio.http.close(); // the server ends idle connections after a few seconds, perhaps just when one is used again
      const acts = Array.from({ length: count }, (_, index) => portfolio.next(index));
      return async (index) => {
        const { licenseId, people } = acts[index] ?? { licenseId: '', people: {} };
        const { outcome } = await portfolio.http.post(`/licenses/${licenseId}/people`, { people });
        if (outcome !== 'appended') throw new Error(`command ${index} through HTTP: ${outcome}`);
      };
    },
  };
}
