import fc from 'fast-check';
import { type BounceMail, bounceMail } from '../../test/support/bounce-mail.js';
import { readBounceReport } from './bounce-report.js';

const about = (over: Partial<BounceMail> = {}): Buffer =>
  bounceMail({ messageId: 'abc', recipient: 'owner@example.com', ...over });

describe('a delivery status report', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'is read where it returns the mail as %s',
    async (returned) => {
      expect(await readBounceReport(about({ returned }))).toEqual({
        messageId: 'abc',
        writtenTo: ['owner@example.com'],
        recipients: [
          {
            action: 'failed',
            status: '5.1.1',
            diagnostic: '550 5.1.1 <owner@example.com>: no such user here',
            addresses: ['owner@example.com', 'owner@example.com'],
          },
        ],
      });
    },
  );

  it.each([
    ['delayed', '4.4.1'],
    ['relayed', '2.1.9'],
    ['delivered', '2.0.0'],
  ])('of a mail that was %s says so', async (action, status) => {
    expect((await readBounceReport(about({ action, status })))?.recipients).toMatchObject([{ action, status }]);
  });

  it.each([
    ['another kind of report', about({ reportType: 'disposition-notification' })],
    ['a report that returns nothing', about({ returned: null })],
    ['a mail that only quotes one', Buffer.from(`Content-Type: text/plain\r\n\r\n${about().toString('utf8')}`)],
    ['a mail without a body', Buffer.from('From: a@example.com\r\n\r\n')],
    ['no mail at all', Buffer.from([0, 255, 254])],
  ])('is not %s', async (_, mail) => {
    expect(await readBounceReport(mail)).toBeNull();
  });

  it('may be damaged in any way: it is read, or it is none', async () => {
    const whole = about();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, length) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        await readBounceReport(damaged.subarray(0, length));
      }),
      { numRuns: 200 },
    );
  });
});
