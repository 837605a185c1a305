import type { LimitRule, RequirementRule, RulePack, RuleReading } from './pack.js';
import { latestPack } from './packs.js';
import { readingsOfRule } from './readings.js';

const [someLimit, someRequirement] = [latestPack.limits[0] as LimitRule, latestPack.requirements[0] as RequirementRule];
const reading = (id: string) => ({ ...(someLimit.readings[0] as LimitRule['readings'][number]), id });
const other = (id: string): RuleReading => ({
  id,
  wording: someLimit.wording,
  citation: someLimit.citation,
  confidence: 'secondary',
});

const { otherReadings: _, ...plainLimit } = someLimit;
const { otherReadings: __, ...plainRequirement } = someRequirement;
const inForce = { validFrom: '2020-01-01', validTo: '2026-12-31' };
const pack: RulePack = {
  ...latestPack,
  limits: [
    { ...plainLimit, ...inForce, id: 'limit.a', readings: [reading('x'), reading('y')] },
    { ...plainLimit, ...inForce, id: 'limit.b', readings: [reading('x')], otherReadings: [other('z')] },
    { ...plainLimit, id: 'limit.b', validFrom: '2027-01-01', validTo: null, readings: [reading('later')] },
  ],
  requirements: [
    { ...plainRequirement, ...inForce, id: 'material.a' },
    { ...plainRequirement, ...inForce, id: 'material.b', otherReadings: [other('p'), other('q')] },
  ],
};

describe('the readings between which a house may choose', () => {
  it.each([
    ['limit.a', '2026-12-31', ['x', 'y']],
    ['limit.b', '2026-12-31', ['x', 'z']],
    ['limit.b', '2027-01-01', ['later']],
    ['material.a', '2020-01-01', ['default']],
    ['material.b', '2026-03-02', ['default', 'p', 'q']],
  ])('of %s on %s are %j', (rule, on, readings) => {
    expect(readingsOfRule(pack, rule, on)).toEqual(readings);
  });

  it.each([
    ['limit.none', '2026-03-02'],
    ['limit.a', '2019-12-31'],
    ['limit.a', '2027-01-01'],
  ])('are null where the pack has no %s on %s', (rule, on) => {
    expect(readingsOfRule(pack, rule, on)).toBeNull();
  });
});
