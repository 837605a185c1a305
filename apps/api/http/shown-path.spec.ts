import express from 'express';
import { loggedPath, shownPath, wordsOfAddresses } from './shown-path.js';

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

describe('the path of a request in a log', () => {
  const app = express();
  for (const path of ['/licenses/:id/filings/:filingId', '/licenses/:id/papers/:seq', '/feeds/:file'])
    app.get(path, (_, response) => void response.end());
  const id = '0b24c0de-0000-5000-8000-000000000001';

  it.each([
    [`/licenses/${id}/filings/annual-report-2027-1?q=name`, `/licenses/${id}/filings/annual-report-2027-1`],
    [`/licenses/${id}/papers/12`, `/licenses/${id}/papers/12`],
    ['/licenses/zhang-san/filings/%E5%BC%A0%E4%B8%89', '/licenses/…/filings/…'],
    ['/zhangsan/papers', '/…/papers'],
    ['/licenses/zhang-san-1985/filings/wang-fang-1', '/licenses/…/filings/…'],
    ['/licenses/62345678/papers/62345678', '/licenses/…/papers/…'],
    ['/licenses/12/papers/z12', '/licenses/…/papers/…'],
    ['/licenses/pzf_a.zhangsan', '/licenses/…'],
    [`/licenses/${id}/filings/new-13912345678`, `/licenses/${id}/filings/…`],
    ['/feeds/pzf_abc.ics', '/feeds/….ics'],
    ['/', '/'],
  ])('%s holds nothing that somebody made up', (originalUrl, logged) => {
    expect(loggedPath(originalUrl, wordsOfAddresses(app))).toBe(logged);
  });
});
