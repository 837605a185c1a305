import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../access/access.decorators.js';
import { languageOf } from '../http/language.js';
import { RouteNotFound } from './api-errors.js';
import { catalog, type Wording } from './catalog.js';

/** What the `type` of a problem leads to. */
@ApiTags('problems')
@Public()
@Controller('problems')
export class ProblemsController {
  @Get()
  @ApiOperation({ summary: 'Every error code with its title and remedy, in both languages' })
  all(): { problems: (Wording & { code: string })[] } {
    const codes = Object.entries(catalog).sort(([a], [b]) => (a < b ? -1 : 1));
    return { problems: codes.map(([code, wording]) => ({ code, ...wording })) };
  }

  @Get(':code')
  @ApiOperation({ summary: 'One error code' })
  one(@Param('code') code: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): object {
    const wording = Object.hasOwn(catalog, code) ? catalog[code] : undefined;
    if (!wording) throw new RouteNotFound();
    response.set('Content-Language', languageOf(request));
    return { code, ...wording };
  }
}
