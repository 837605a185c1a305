const Sequencer = require('@jest/test-sequencer').default;

/** What runs for a minute or more, and mostly waits: begun last, it would keep one worker busy after the others ended. */
const longest = [
  '/test/lives/',
  '/test/chaos/',
  '/test/e2e/',
  '/test/replay/',
  '/test/workflow/',
  '/test/integration/',
];

const rank = ({ path }) => {
  const place = longest.findIndex((folder) => path.includes(folder));
  return place === -1 ? longest.length : place;
};

/** Within a folder Jest's own order: those that failed, then the slowest, as far as it remembers them. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
