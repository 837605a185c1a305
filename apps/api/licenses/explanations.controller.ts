import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { explainObligation, foreseen, NotFound, type Obligation, type Principal } from '../../../libs/domain/index.js';
import { check } from '../../../libs/proof-check/index.js';
import { type Explanation, explanationText } from '../../../libs/rulebook/index.js';
import { Caller } from '../access/access.decorators.js';
import { type FileAnswer, ReadEndpoint } from '../commands/command-answer.js';
import { type Language, languageOf } from '../http/language.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { explanationAnswer, obligationPath } from '../schemas/explanation.js';

const summary = 'Why an obligation is due when it is: as JSON, or with Accept: text/plain as a text by Accept-Language';

const inText: FileAnswer = { types: ['text/plain'], example: '为何须在 2027-03-31 前报送年报……\n' };

@ApiTags('licenses')
@Controller('licenses/:id/obligations/:obligationId')
export class ExplanationsController {
  constructor(private readonly licenses: LicenseReader) {}

  @Get('explanation')
  @ReadEndpoint('read-licenses', summary, explanationAnswer, inText)
  async explanation(
    @Caller() caller: Principal,
    @Param({ schema: obligationPath }) { id, obligationId }: z.output<typeof obligationPath>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | string> {
    const { state, context } = await this.licenses.at(id, caller);
    const obligation = foreseen(state, context).find((candidate) => candidate.id === obligationId);
    if (!obligation) throw new ObligationNotFound(obligationId);
    const explanation = explainObligation(context.law, obligation);
    response.vary('Accept').vary('Accept-Language');
    if (request.accepts(['json', 'text']) === 'text') {
      response.type('text/plain; charset=utf-8');
      return inWords(obligation, explanation, state.simulated, languageOf(request));
    }
    const proven = explanation && check(explanation).length === 0;
    return { licenseId: id, obligationId, today: context.today, simulated: state.simulated, explanation, proven };
  }
}

class ObligationNotFound extends NotFound {
  constructor(obligationId: string) {
    super('obligation-not-found', 'no such obligation is open on this license', {
      obligationId,
      remedy: 'Look at GET /licenses/:id/agenda for the ids.',
    });
  }
}

function inWords(
  { next }: Obligation,
  explanation: Explanation | null,
  simulated: boolean,
  language: Language,
): string {
  const word = words[language];
  const lines = explanation === null ? [next[language], word.undated] : explanationText(explanation, language);
  return `${[...(simulated ? [word.simulated] : []), ...lines].join('\n')}\n`;
}

const words = {
  zh: { simulated: '（模拟时间）', undated: '没有已知的日期。' },
  en: { simulated: '(simulated time)', undated: 'No date is known.' },
} as const;
