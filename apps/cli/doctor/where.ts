import type { Config } from '../../../libs/config/index.js';

/** host:port/database, without user and password. */
export function databasePlace({ database }: Config): string {
  const { host, pathname } = new URL(database.url.reveal());
  return `${host}${pathname}`;
}

export const temporalPlace = ({ temporal }: Config): string => `${temporal.address} (${temporal.namespace})`;

/** host:port of the mail server, without user and password. */
export const mailPlace = ({ mail }: Config): string => (mail ? new URL(mail.url.reveal()).host : 'SMTP_URL');

/** The first few of many, for a line. */
export const some = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} … (${names.length})` : names.join(', ');

/** host/bucket/folder, without the key. */
export function bucketPlace({ url }: NonNullable<Config['bucket']>): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
