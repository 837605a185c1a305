import { LocalStack } from '../support/local-stack.js';
import { adoption } from './one-stack/adoption.js';
import { killedParts } from './one-stack/killed-parts.js';
import { lostNeighbors } from './one-stack/lost-neighbors.js';

jest.setTimeout(180_000);

/** Each is done to the built product behind the others, with licenses of its own; the first counts all there are. */
describe('on one stack', () => {
  let local: LocalStack;

  beforeAll(async () => {
    local = await LocalStack.start('chaos');
  });

  afterAll(() => local?.stop());

  adoption(() => local);
  killedParts(() => local);
  lostNeighbors(() => local);
});
