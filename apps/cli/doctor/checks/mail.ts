import { smtpFault } from '../../../../libs/notices/index.js';
import { type Check, error, ok, warning } from '../check.js';
import { mailPlace } from '../where.js';

/** Greets the mail server and logs in; sends nothing. */
export const mail: Check = {
  name: 'mail',
  needs: [],
  async look({ config }) {
    const where = mailPlace(config);
    if (!config.mail) {
      return [
        warning(
          where,
          { zh: '未配置邮件服务器，此处无法检查', en: 'No mail server is configured here, so none could be looked at' },
          {
            zh: '以 worker 的环境变量运行 doctor（SMTP_URL、MAIL_FROM）',
            en: 'Run doctor with the environment of the worker (SMTP_URL, MAIL_FROM).',
          },
        ),
      ];
    }
    const fault = await smtpFault(config.mail.url.reveal());
    if (fault === null) return [ok(where, '邮件服务器可登录', 'The mail server answers and lets us in')];
    const said = `${fault.code}${fault.answer ? `, ${fault.answer}` : ''}`;
    const what =
      fault.code === 'EAUTH'
        ? { zh: `邮件服务器拒绝登录（${said}）`, en: `The mail server refuses the log-in (${said})` }
        : { zh: `邮件服务器没有应答（${said}）`, en: `The mail server does not answer as it should (${said})` };
    return [
      error(where, what, {
        zh: '检查 SMTP_URL 的主机、端口、用户与密码，以及防火墙；此间的通知会排队等候',
        en: 'Check host, port, user and password of SMTP_URL, and the firewall; messages wait meanwhile.',
      }),
    ];
  },
};
