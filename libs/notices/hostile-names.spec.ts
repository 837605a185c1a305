import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { aNoticeContent } from '../../test/support/notice-content.js';
import { calendarOf } from './calendar.js';
import { renderDigest, renderMime } from './index.js';

const frame = {
  key: 'k/1',
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  date: '2027-03-01T00:12:00.000Z',
};

const breaks = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f'];
const hostile = (mark: string) =>
  breaks.map((end) => `A${end}Bcc: x@evil.example${end}${end}${mark}${end}BEGIN:VALARM<b>&"`).join('');

const content = () => {
  const name = hostile('INJECTED');
  const { license, recipient, ...rest } = aNoticeContent();
  return {
    ...rest,
    company: name,
    license: { ...license, name },
    recipient: { ...recipient, name },
    acknowledgeUrl: 'https://paizhao.example.com/acknowledge/t',
  };
};

describe('names that hold line breaks and mark-up', () => {
  it.each([
    ['letter', () => renderMime(frame, content())],
    [
      'digest',
      () => {
        const { company, license, recipient, language } = content();
        const notices = [content(), content()] as const;
        return renderDigest(frame, {
          language,
          recipient,
          licenses: [{ company, license, notices: [...notices] }],
        } as never);
      },
    ],
  ])('begin no line of a %s, add no header and are not mark-up', async (_, render) => {
    const bytes = await render();
    const mail = await PostalMime.parse(bytes);
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail.subject).toContain('Bcc: x@evil.example');
    for (const line of (mail.text ?? '').split(/[\r\n\u2028\u2029\u0085\v\f]/))
      expect(line).not.toMatch(/^\s*(INJECTED|Bcc:|BEGIN:)/);
    expect(mail.html).not.toContain('<b>&');
  });

  it('begin no line of a calendar', () => {
    const { company, license, ...rest } = content();
    const date = { ...rest, ...rest.notice, license, company, authority: null, cancelled: false, sequence: 0 };
    const text = calendarOf([{ ...date, stamp: frame.date, obligationId: 'renewal:7' } as never], 'en');
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    for (const line of unfolded.split(/[\r\n\u2028\u2029\u0085\v\f]/))
      expect(line).not.toMatch(/^\s*(INJECTED|Bcc:|BEGIN:VALARM)/);
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(event?.getAllSubcomponents()).toEqual([]);
  });
});
