const Sequencer = require('@jest/test-sequencer').default;

/**
 * The order in which `npm test` begins its shares: beside those that compute all the time runs one that mostly waits for
 * the processes that it starts, and short ones come last, so that no core waits for the other at the end.
 */
const order = [
  'integration/1',
  'stories/4',
  'stories/1',
  'integration/2',
  'stories/2',
  'stories/3',
  'workflows/1',
  'workflows/2',
];

const rank = ({ path }) => {
  const place = order.findIndex((share) => path.includes(`/test/together/${share}.`));
  return place === -1 ? order.length : place;
};

module.exports = class Interleaved extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other));
  }
};
