import { wordsOf } from '../../../libs/notices/index.js';
import { escaped } from '../http/html.js';
import type { Language } from '../http/language.js';
import type { LinkStanding, LinkSubject } from './acknowledge.service.js';

interface Text {
  title: string;
  ask: string;
  button: string;
  done: string;
  used: string;
  gone: string;
  later: string;
  again: string;
  meaning: string;
  date: string;
  license: string;
  other: string;
}

const texts: Record<Language, Text> = {
  zh: {
    title: '确认提醒',
    ask: '您是否已知悉这项提醒？',
    button: '我已知悉',
    done: '已记录：您已知悉这项提醒。',
    used: '这项提醒此前已经确认，无需再做什么。',
    gone: '此链接已失效：可能已过期、事项已了结，或地址不完整。请使用最近一封邮件中的链接，或登录系统查看。',
    later: '暂时无法记录，请稍后再按一次。重复按下不会重复记录。',
    again: '再试一次',
    meaning: '确认只会停止这一次提醒的升级，不代表事项已经办理；下一级提醒仍会照常发出。',
    date: '日期',
    license: '许可证',
    other: 'English',
  },
  en: {
    title: 'Acknowledge a reminder',
    ask: 'Have you seen this reminder?',
    button: 'I have seen it',
    done: 'Recorded: you have seen this reminder.',
    used: 'This reminder was acknowledged before. Nothing is left to do.',
    gone: 'This link is no longer valid: it may have expired, the matter may be closed, or the address is incomplete. Use the link in the newest mail, or sign in.',
    later: 'It could not be recorded just now. Press again in a moment; pressing twice records it once.',
    again: 'Try again',
    meaning:
      'Acknowledging stops the escalation of this one reminder. It does not say that the act is done, and the next reminder still comes.',
    date: 'Date',
    license: 'License',
    other: '中文',
  },
};

/** A page that needs no script and names no person. The form has no fields: its address is all that it says. */
export function acknowledgePage(language: Language, standing: LinkStanding): string {
  const text = texts[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text.title}</title>
<link rel="stylesheet" href="/home.css">
</head>
<body>
<main>
<p class="other"><a href="?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${text.other}</a></p>
<h1>${text.title}</h1>
${bodyOf(standing, text, language)}
</main>
</body>
</html>
`;
}

function bodyOf(standing: LinkStanding, text: Text, language: Language): string {
  switch (standing.kind) {
    case 'open':
      return `<p>${text.ask}</p>\n${about(standing.subject, text, language)}\n${form(text.button, language)}\n<p class="small">${text.meaning}</p>`;
    case 'done':
      return `<p>${text.done}</p>\n${about(standing.subject, text, language)}\n<p class="small">${text.meaning}</p>`;
    case 'later':
      return `<p>${text.later}</p>\n${form(text.again, language)}`;
    case 'used':
    case 'gone':
      return `<p>${text[standing.kind]}</p>`;
    default:
      return standing satisfies never;
  }
}

function about({ kind, date, license }: LinkSubject, text: Text, language: Language): string {
  const day = date === null ? '' : `<br>${text.date}: ${escaped(date)}`;
  return `<p><strong>${escaped(wordsOf(language).kind[kind])}</strong><br>${text.license}: ${escaped(license)}${day}</p>`;
}

const form = (button: string, language: Language): string =>
  `<form method="post" action="?lang=${language}"><button type="submit">${button}</button></form>`;
