import { asMarkdown, fitted } from './robot-note.js';
import { type RobotTongue, verdictByCode } from './robot-tongue.js';

/** WeCom (企业微信): the key stands in the URL, there is no signature. Markdown up to 4,096 bytes, 20 a minute. */
export const wecom: RobotTongue = {
  spacingSeconds: 3.1,
  isOwnUrl: (url, hostIsNamed) =>
    (hostIsNamed || url.host === 'qyapi.weixin.qq.com') &&
    url.pathname === '/cgi-bin/webhook/send' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(url.searchParams.get('key') ?? ''),
  secretShape: /^$/,
  request: ({ url }, note) => {
    const content = fitted(note, 4_096, (each) => asMarkdown(each, '\n'));
    return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) };
  },
  // 45009 too many; 93000 the URL's key is not valid (any more); 40058, 44004, 45002 and 40008 are about the message.
  verdictOf: ({ errcode }) =>
    verdictByCode(errcode, {
      tooMany: [45009],
      refused: [93000],
      unfit: [40008, 40058, 44004, 45002],
      pauseSeconds: 60,
    }),
};
