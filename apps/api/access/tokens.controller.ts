import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { issuedToken, type NewToken, newToken, tokensAnswer } from '../schemas/access.js';
import { nothing, uuid } from '../schemas/fields.js';
import { AskedBy, type Asker, Caller } from './access.decorators.js';
import { TokensService } from './tokens.service.js';

const tokenPath = z.strictObject({ id: uuid });

@ApiTags('people and access')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Post()
  @MadeAt('/tokens')
  @WriteEndpoint('issue-token', 'Issue a bearer token; it is shown this once and never again', issuedToken)
  issue(@AskedBy() asker: Asker, @Body({ schema: newToken }) body: NewToken): Promise<z.output<typeof issuedToken>> {
    return this.tokens.issue(asker, body);
  }

  @Get()
  @ReadEndpoint('read-tokens', 'Your tokens, without their text; an administrator sees everybody’s', tokensAnswer)
  async list(@Caller() caller: Principal): Promise<object> {
    return { tokens: await this.tokens.list(caller) };
  }

  @Post(':id/revocation')
  @WriteEndpoint(
    'revoke-token',
    'Revoke a token of your own, or as an administrator anybody’s: it is good for nothing from now on',
    z.object({ id: z.uuid() }),
    200,
  )
  revoke(
    @AskedBy() asker: Asker,
    @Param({ schema: tokenPath }) { id }: z.output<typeof tokenPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<{ id: string }> {
    return this.tokens.revoke(asker, id);
  }
}
