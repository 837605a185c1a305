import { createHmac } from 'node:crypto';
import { colonAfter, fitted, type RobotNote, signature } from './robot-note.js';
import { type RobotMoment, type RobotTongue, verdictByCode } from './robot-tongue.js';

/**
 * Feishu (飞书), and Lark: timestamp in seconds and sign in the body; `timestamp\nsecret` is the key of an HMAC-SHA256
 * over nothing. A body of up to 20 KB, 100 messages a minute.
 */
export const feishu: RobotTongue = {
  spacingSeconds: 0.7,
  isOwnUrl: (url, hostIsNamed) =>
    (hostIsNamed || url.host === 'open.feishu.cn' || url.host === 'open.larksuite.com') &&
    /^\/open-apis\/bot\/v2\/hook\/[0-9a-zA-Z-]{16,64}$/.test(url.pathname),
  secretShape: /^[0-9a-zA-Z]{16,64}$/,
  request: ({ url, secret }, note, moment) => {
    const signed = secret === null ? {} : signatureOf(secret, moment);
    const body = fitted(note, 20_000, (each) =>
      JSON.stringify({ ...signed, msg_type: 'post', content: { post: postOf(each, moment) } }),
    );
    return { url, body };
  },
  // 11232 and 99991400 too many; 19001 hook, 19021 signature, 19022 IP address, 19024 keyword; 9499 and 19002 the message.
  verdictOf: ({ code, StatusCode }) =>
    verdictByCode(code ?? StatusCode, {
      tooMany: [11232, 99991400],
      refused: [19001, 19021, 19022, 19024],
      unfit: [9499, 19002],
      pauseSeconds: 60,
    }),
};

function signatureOf(secret: string, { now }: RobotMoment): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** Rich text knows no mark-up within its parts, so nothing has to be escaped. */
function postOf(note: RobotNote, { language }: RobotMoment): object {
  const text = (words: string) => [{ tag: 'text', text: words }];
  const content = [
    ...note.marks.map((mark) => text(`! ${mark}`)),
    text(note.lead),
    ...note.facts.map(({ label, value }) => text(`${label}${colonAfter(label)}${value}`)),
    ...(note.url ? [[{ tag: 'a', text: note.url.label, href: note.url.href }]] : []),
    text(signature),
  ];
  return { [language === 'zh' ? 'zh_cn' : 'en_us']: { title: note.title, content } };
}
