import { applyDecorators, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../access/access.decorators.js';
import { type Language, languageOf } from '../http/language.js';
import { TakesPageForm } from '../http/media-type.guard.js';
import { AcknowledgeService, type LinkStanding } from './acknowledge.service.js';
import { acknowledgePage } from './acknowledge-page.js';

/** Nothing but the page's own form and the style of the house; no search engine, no frame, no copy kept anywhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const Page = () =>
  applyDecorators(
    ApiExcludeEndpoint(),
    Header('Content-Type', 'text/html; charset=utf-8'),
    Header('Content-Security-Policy', contentSecurityPolicy),
    Header('X-Robots-Tag', 'noindex, nofollow, noarchive'),
    Header('Vary', 'Accept-Language'),
  );

const statuses: Record<LinkStanding['kind'], number> = { open: 200, done: 200, used: 200, gone: 404, later: 503 };

/** The page behind the link in a mail. Looking at it changes nothing, so that a mail scanner may; only the button acts. */
@Public()
@Controller('acknowledge/:token')
export class AcknowledgeController {
  constructor(private readonly links: AcknowledgeService) {}

  @Get()
  @Page()
  async look(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    answer(request, response, await this.links.standing(token));
  }

  @Post()
  @TakesPageForm()
  @Page()
  async acknowledge(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    answer(request, response, await this.links.acknowledge(token));
  }
}

function answer(request: Request, response: Response, standing: LinkStanding): void {
  const { lang } = request.query;
  const language: Language = lang === 'zh' || lang === 'en' ? lang : languageOf(request);
  response.status(statuses[standing.kind]).send(acknowledgePage(language, standing));
}
