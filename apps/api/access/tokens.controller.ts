import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import type { KnownToken } from '../../../libs/persistence/index.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { cursorOf, storedPlace } from '../portfolio/cursor.js';
import { issuedToken, type NewToken, newToken, tokensAnswer } from '../schemas/access.js';
import { nothing, uuid, wholeNumberOr } from '../schemas/fields.js';
import { AskedBy, type Asker, Caller } from './access.decorators.js';
import { TokensService } from './tokens.service.js';

const tokenPath = z.strictObject({ id: uuid });
const page = z.strictObject({
  after: storedPlace.optional(),
  limit: wholeNumberOr(200, 1, 500),
});

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
  async list(
    @Caller() caller: Principal,
    @Query({ schema: page }) { after, limit }: z.output<typeof page>,
  ): Promise<{ tokens: KnownToken[]; next: string | null }> {
    const found = await this.tokens.page(caller, after ?? null, limit + 1);
    const tokens = found.slice(0, limit);
    const last = tokens.at(-1);
    return { tokens, next: found.length > limit && last ? cursorOf(last.createdAt, last.id) : null };
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
