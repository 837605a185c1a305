import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../access/access.decorators.js';
import { languageOf } from '../http/language.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import { homePage, homeStyle } from './home-page.js';

@Public()
@Controller()
export class HomeController {
  constructor(@Inject(OPTIONS) private readonly options: ApiOptions) {}

  /** `?lang=zh` or `?lang=en` wins over the browser's own wish. */
  @Get()
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  home(@Req() request: Request): string {
    const { lang } = request.query;
    return homePage(lang === 'zh' || lang === 'en' ? lang : languageOf(request), this.options);
  }

  @Get('home.css')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return homeStyle;
  }
}
