import type { Request } from 'express';

export type Language = 'zh' | 'en';

/** Chinese or English by the header Accept-Language; English where neither is asked for. */
export function languageOf(request: Pick<Request, 'acceptsLanguages'>): Language {
  const wanted = request.acceptsLanguages('en', 'zh', 'zh-CN', 'zh-Hans', 'zh-TW', 'zh-HK');
  return typeof wanted === 'string' && wanted.startsWith('zh') ? 'zh' : 'en';
}
