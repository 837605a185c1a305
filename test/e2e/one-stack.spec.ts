import { LocalStack } from '../support/local-stack.js';
import { closedLicense } from './one-stack/closed-license.js';
import { imports } from './one-stack/imports.js';
import { readmeWalk } from './one-stack/readme-walk.js';

jest.setTimeout(180_000);

/** Stories that know nothing of one another, on the built product; each start of it costs as much as any of them. */
describe('on one stack', () => {
  let local: LocalStack;

  beforeAll(async () => {
    local = await LocalStack.start('one-stack');
  });

  afterAll(() => local.stop());

  readmeWalk(() => local);
  imports(() => local);
  closedLicense(() => local);
});
