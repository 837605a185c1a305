import { shownPath } from './shown-path.js';

const token = `pzf_${'a'.repeat(43)}`;

describe('the path of a request, as logs and answers show it', () => {
  it.each([
    [`/feeds/${token}.ics`, '/feeds/….ics'],
    [`/feeds/${token}.ics/`, '/feeds/….ics'],
    [`/FEEDS/${token.replace('_', '%5F')}.ICS/?x=${token}`, '/feeds/….ics'],
    [`/feeds/${token}`, '/feeds/…'],
    ['/acknowledge/abc', '/acknowledge/…'],
    ['/Acknowledge/abc/?lang=zh', '/acknowledge/…'],
    ['/feeds/0192/revocation', '/feeds/0192/revocation'],
    ['/licenses/0192?q=name', '/licenses/0192'],
  ])('%s holds no key', (originalUrl, shown) => {
    expect(shownPath({ originalUrl })).toBe(shown);
  });
});
