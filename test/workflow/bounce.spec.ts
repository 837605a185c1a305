import { randomUUID } from 'node:crypto';
import { LicenseWorld } from '../support/license-world.js';

jest.setTimeout(60_000);

describe('the workflow of a mail that came back', () => {
  it('sends what follows from it, once, and ends', async () => {
    const world = await LicenseWorld.create();
    try {
      const licenseId = await world.opened();
      world.record.license(licenseId).unsent.add('stand-in');
      world.record.bounced.push({ licenseId, outboxKey: 'stand-in' });
      const bounceId = randomUUID();
      await Promise.all([world.gateway.startBounce(bounceId), world.gateway.startBounce(bounceId)]);
      await world.client.workflow.getHandle(`bounce/${bounceId}`).result();
      expect(world.record.sent).toEqual(['stand-in']);
      await world.gateway.startBounce(bounceId);
      await world.client.workflow.getHandle(`bounce/${bounceId}`).result();
      expect(world.record.sent).toEqual(['stand-in']);
    } finally {
      await world.close();
    }
  });
});
