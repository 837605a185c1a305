import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { formatInstant, parseInstant } from '../../../libs/calendar/index.js';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt, NextPageBy } from '../http/answer-headers.js';
import { NeedsVersion } from '../http/versions.js';
import { nothing } from '../schemas/fields.js';
import * as shapes from './channel-shapes.js';
import { WebhooksService } from './webhooks.service.js';

/** Servers of one's own that hear of every entry of a license, signed by the Standard Webhooks specification. */
@ApiTags('channels')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Post()
  @MadeAt('/webhooks/{webhookId}')
  @WriteEndpoint('manage-channels', 'Register a webhook; its secret is shown this once', shapes.secretAnswer)
  register(
    @AskedBy() asker: Asker,
    @Body({ schema: shapes.newWebhook }) body: z.output<typeof shapes.newWebhook>,
  ): Promise<z.output<typeof shapes.secretAnswer>> {
    return this.webhooks.register(asker, body);
  }

  @Get()
  @ReadEndpoint('read-channels', 'All webhooks, without their secrets', shapes.webhooksAnswer)
  async list(): Promise<object> {
    return { webhooks: await this.webhooks.list() };
  }

  @Get(':id')
  @ReadEndpoint('read-channels', 'One webhook, and its newest replays', shapes.webhookAnswer)
  find(@Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath): Promise<object> {
    return this.webhooks.find(id);
  }

  @Get(':id/deliveries')
  @NextPageBy({ before: 'next' })
  @ReadEndpoint('read-channels', 'What became of each message, newest first', shapes.deliveriesAnswer)
  async deliveries(
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Query({ schema: shapes.deliveriesQuery }) { state, before, limit }: z.output<typeof shapes.deliveriesQuery>,
  ): Promise<z.output<typeof shapes.deliveriesAnswer>> {
    const page = { state: state ?? null, before: before ?? null, limit: limit + 1 };
    const found = await this.webhooks.deliveries(id, page);
    const deliveries = found.slice(0, limit);
    return { deliveries, next: found.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
  }

  @Post(':id/changes')
  @NeedsVersion()
  @WriteEndpoint('manage-channels', 'Change name, URL or what is asked for', shapes.webhookDone, 200)
  change(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: shapes.webhookChange }) body: z.output<typeof shapes.webhookChange>,
  ): Promise<z.output<typeof shapes.webhookDone>> {
    return this.webhooks.change(asker, id, defined(body));
  }

  @Post(':id/secrets')
  @MadeAt('/webhooks/{webhookId}')
  @WriteEndpoint('manage-channels', 'Replace the secret; the old one signs too for a while', shapes.secretAnswer)
  replaceSecret(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: shapes.newSecret }) body: z.output<typeof shapes.newSecret>,
  ): Promise<z.output<typeof shapes.secretAnswer>> {
    return this.webhooks.replaceSecret(asker, id, body);
  }

  @Post(':id/enabling')
  @WriteEndpoint('manage-channels', 'Enable a webhook; a replay brings what it missed', shapes.webhookDone, 200)
  enable(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.webhookDone>> {
    return this.webhooks.enable(asker, id);
  }

  @Post(':id/disabling')
  @WriteEndpoint('manage-channels', 'Disable a webhook; what waits for it is not sent', shapes.webhookDone, 200)
  disable(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.webhookDone>> {
    return this.webhooks.disable(asker, id);
  }

  @Post(':id/tests')
  @MadeAt('/webhooks/{webhookId}/deliveries')
  @WriteEndpoint('manage-channels', 'Send a test; look at its delivery for the outcome', shapes.testAnswer)
  test(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.testAnswer>> {
    return this.webhooks.test(asker, id);
  }

  @Post(':id/replay')
  @MadeAt('/webhooks/{webhookId}')
  @WriteEndpoint('manage-channels', 'Send again, under the same ids, what was stored in between', shapes.replayAnswer)
  replay(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: shapes.replay }) { from, to }: z.output<typeof shapes.replay>,
  ): Promise<z.output<typeof shapes.replayAnswer>> {
    const [first, last] = [from, to].map((instant) => formatInstant(parseInstant(instant))) as [string, string];
    return this.webhooks.replay(asker, id, { from: first, to: last });
  }
}

/** What was left out stays as it is. */
export function defined<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
