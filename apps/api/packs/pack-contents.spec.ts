import { aLicense, otherTypes } from '../../../test/support/builders.js';
import { manifestOf } from './pack-contents.js';

describe('the contents of a pack', () => {
  it('say which types the license is for when it is signed off: those of its permit', () => {
    const desk = aLicense('2026-06-01').prepares().submits().accepted().granted();
    desk
      .issued({ serviceTypes: ['B25'] }, otherTypes)
      .until('2031-01-10')
      .prepares({ kind: 'renewal' });
    const { state, newest: filing } = desk;
    if (!filing.pack) throw new Error('no pack');
    const signed = { state, filing, pack: filing.pack, recordedAt: state.recordedAt, context: desk.context() };
    expect(manifestOf(signed, [], '00').license).toMatchObject({ serviceTypes: ['B25'], permit: '沪B2-20260001' });
  });
});
