import { aLicense } from '../../../test/support/builders.js';
import { early, type Refused, tellsWhatIsWrong } from '../../../test/support/refused.js';

const day = '2026-03-02';

const accepting: Refused[] = [
  [
    'an acceptance after the review that followed it',
    () =>
      aLicense(day)
        .prepares()
        .submits()
        .until('2026-03-12')
        .does('start-expert-review', { filingId: 'new-1', from: '2026-03-11', announcedUntil: null })
        .does('end-expert-review', { filingId: 'new-1', on: '2026-03-12' }),
    'record-acceptance',
    { filingId: 'new-1', acceptedOn: '2026-03-12', number: null },
    early('expert-review-before-acceptance', '/acceptedOn', '2026-03-11', 'the acceptance', '2026-03-12'),
  ],
];

tellsWhatIsWrong('an acceptance', accepting);
