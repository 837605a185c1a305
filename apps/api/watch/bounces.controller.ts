import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Act } from '../access/access.decorators.js';
import { Problems } from '../commands/command-answer.js';
import { TakesMail } from '../http/media-type.guard.js';
import { MailMissing } from '../problems/api-errors.js';
import { type BounceOutcome, BounceService } from './bounce.service.js';

const answer = z
  .union([
    z.object({
      outcome: z.literal('recorded'),
      bounceId: z.uuid(),
      effect: z.boolean().meta({ description: 'The message failed, and somebody else is told' }),
    }),
    z.object({ outcome: z.literal('ignored'), reason: z.enum(['not-a-report', 'not-ours']) }),
  ])
  .meta({ id: 'BounceOutcome' });

const example = `From: MAILER-DAEMON@mx.example.com
To: paizhao@example.com
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; owner@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: <0123456789abcdef0123456789abcdef@example.com>
To: owner@example.com

--b--
`;

@ApiTags('watch')
@Controller('bounces')
export class BouncesController {
  constructor(private readonly bounces: BounceService) {}

  @Post()
  @Act('report-bounce')
  @HttpCode(200)
  @TakesMail()
  @ApiOperation({
    summary: 'Hand in a mail that came back (RFC 3464), as it is. The same bytes are the same report: no key is needed',
  })
  @ApiBearerAuth()
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', example } })
  @ApiResponse({ status: 200, description: 'What was done', standardSchema: answer })
  @Problems()
  take(@Req() { body }: Request): Promise<BounceOutcome> {
    if (!Buffer.isBuffer(body) || body.length === 0) throw new MailMissing();
    return this.bounces.take(body);
  }
}
