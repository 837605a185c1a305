import type { MailCarrier } from '../notices/index.js';
import type { RecipientRepository } from '../persistence/index.js';
import { mailVoice, type Voice, webhookVoice } from './voices.js';

export interface VoiceSettings {
  mail: { carrier: MailCarrier; from: string } | null;
  /** Addresses beside the administrators'. */
  mailTo: readonly string[];
  webhookUrl: string | null;
  recipients: Pick<RecipientRepository, 'admins'>;
  publicUrl: string;
  /** `admin@localhost`, with which an installation begins, is nobody's address there. */
  production: boolean;
}

/** The ways in which this process can tell an alarm. */
export function voicesOf(settings: VoiceSettings): Voice[] {
  const { mail, mailTo, webhookUrl, recipients, publicUrl, production } = settings;
  const addresses = async (now: string) => {
    const admins = await recipients.admins(now).catch(() => []); // without a database, whom the operator named
    const known = admins.map((admin) => admin.mail).filter((address) => !production || !address.endsWith('@localhost'));
    return [...mailTo, ...known];
  };
  return [
    ...(mail ? [mailVoice({ ...mail, addresses, publicUrl })] : []),
    ...(webhookUrl ? [webhookVoice(webhookUrl, publicUrl)] : []),
  ];
}
