import { aLicense, otherTypes } from '../../../test/support/builders.js';
import { dutiesTold } from './duties-told.js';

describe('standing duties', () => {
  it('are those of the types that the permit names, whatever was applied for', () => {
    const granted = (serviceTypes: string[]) =>
      aLicense('2026-06-01', { serviceTypes }).prepares().submits().accepted().granted();
    const told = (desk: ReturnType<typeof granted>) => {
      const { duties } = dutiesTold({ state: desk.state, context: desk.context() } as never) as {
        duties: { duty: string }[];
      };
      return duties.map(({ duty }) => duty).sort();
    };
    const [callCenter, information] = [granted(['B24']).issued(), granted(['B25']).issued({ serviceTypes: ['B25'] })];
    expect(told(callCenter)).not.toEqual(told(information));
    expect(told(granted(['B24']).issued({ serviceTypes: ['B25'] }, otherTypes))).toEqual(told(information));
  });
});
