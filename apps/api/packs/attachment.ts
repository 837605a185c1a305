/** A Content-Disposition (RFC 6266) with the name in its own script, and one in ASCII for what cannot read that. */
export function attachmentOf(plain: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
