import { createHmac } from 'node:crypto';
import { asMarkdown, fitted } from './robot-note.js';
import { type RobotTongue, verdictByCode } from './robot-tongue.js';

/**
 * DingTalk (钉钉): timestamp in milliseconds and the base64 HMAC-SHA256 of `timestamp\nsecret` under the secret, both in
 * the query. 20 messages a minute; whoever sends more is not heard for ten minutes.
 */
export const dingtalk: RobotTongue = {
  spacingSeconds: 3.1,
  isOwnUrl: (url, hostIsNamed) =>
    (hostIsNamed || url.host === 'oapi.dingtalk.com') &&
    url.pathname === '/robot/send' &&
    /^[0-9a-f]{64}$/i.test(url.searchParams.get('access_token') ?? ''),
  secretShape: /^SEC[0-9a-zA-Z]{16,128}$/,
  request: ({ url, secret }, note, { now }) => {
    const signed = new URL(url);
    if (secret !== null) {
      signed.searchParams.set('timestamp', String(now));
      const sign = createHmac('sha256', secret).update(`${now}\n${secret}`, 'utf8').digest('base64');
      signed.searchParams.set('sign', sign);
    }
    const body = fitted(note, 18_000, (each) =>
      JSON.stringify({ msgtype: 'markdown', markdown: { title: each.title, text: asMarkdown(each, '\n\n') } }),
    );
    return { url: signed.href, body };
  },
  // 130101 and 410100 too many; 310000 signature, keyword or IP address; 300001, 400101, 400102, 400106 token or robot.
  verdictOf: ({ errcode }) =>
    verdictByCode(errcode, {
      tooMany: [130101, 410100],
      refused: [310000, 300001, 400013, 400101, 400102, 400106],
      unfit: [40035, 43004, 400105, 430101, 430102, 430103, 430104],
      pauseSeconds: 600,
    }),
};
