import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../access/access.decorators.js';
import { AlsoAs, Problems } from '../commands/command-answer.js';
import { type Language, languageOf } from '../http/language.js';
import { problemsAnswer, problemWords } from '../schemas/problems.js';
import { RouteNotFound } from './api-errors.js';
import { catalog, type Wording } from './catalog.js';
import { problemIndexPage, problemPage } from './problem-page.js';

/** The same for people. */
const AsPage = () => AlsoAs({ types: ['text/html'], example: '<!doctype html>\n…' });

/** What the `type` of a problem leads to: a page for people, the same as JSON for programs. */
@ApiTags('problems')
@Public()
@Controller('problems')
export class ProblemsController {
  @Get()
  @ApiOperation({ summary: 'Every error code with its title and remedy, in both languages; a page for browsers' })
  @ApiResponse({ status: 200, description: 'All codes', standardSchema: problemsAnswer })
  @AsPage()
  @Problems()
  all(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): { problems: (Wording & { code: string })[] } | string {
    const problems = Object.entries(catalog)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, wording]) => ({ code, ...wording }));
    return asked(request, response) ? problemIndexPage(languageIn(request), problems) : { problems };
  }

  @Get(':code')
  @ApiOperation({ summary: 'One error code: what it means, and what helps; a page for browsers' })
  @ApiResponse({ status: 200, description: 'Its words', standardSchema: problemWords })
  @AsPage()
  @Problems()
  one(
    @Param('code') code: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): object | string {
    const wording = Object.hasOwn(catalog, code) ? catalog[code] : undefined;
    if (!wording) throw new RouteNotFound();
    if (asked(request, response)) return problemPage(languageIn(request), code, wording);
    response.set('Content-Language', languageOf(request));
    return { code, ...wording };
  }
}

/** Whether a page is wanted: browsers name HTML, programs mostly nothing. */
function asked(request: Request, response: Response): boolean {
  response.vary('Accept').vary('Accept-Language');
  const page = request.accepts(['json', 'html']) === 'html';
  if (page) response.type('html');
  return page;
}

/** `?lang=zh` or `?lang=en` wins over the browser's own wish. */
function languageIn(request: Request): Language {
  const { lang } = request.query;
  return lang === 'zh' || lang === 'en' ? lang : languageOf(request);
}
