import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt, NextPageBy } from '../http/answer-headers.js';
import { NeedsVersion } from '../http/versions.js';
import { nothing } from '../schemas/fields.js';
import * as shapes from './channel-shapes.js';
import { RobotsService } from './robots.service.js';
import { defined } from './webhooks.controller.js';

/** Robots in group chats of WeCom, DingTalk and Feishu, which tell notices. */
@ApiTags('channels')
@Controller('robots')
export class RobotsController {
  constructor(private readonly robots: RobotsService) {}

  @Post()
  @MadeAt('/robots/{robotId}')
  @WriteEndpoint('manage-channels', 'Register a chat robot; URL and secret are never shown again', shapes.robotDone)
  register(
    @AskedBy() asker: Asker,
    @Body({ schema: shapes.newRobot }) body: z.output<typeof shapes.newRobot>,
  ): Promise<z.output<typeof shapes.robotDone>> {
    return this.robots.register(asker, body);
  }

  @Get()
  @ReadEndpoint('read-channels', 'All chat robots, without their addresses', shapes.robotsAnswer)
  async list(): Promise<object> {
    return { robots: await this.robots.list() };
  }

  @Get(':id')
  @ReadEndpoint('read-channels', 'One chat robot', shapes.robotAnswer)
  find(@Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath): Promise<object> {
    return this.robots.find(id);
  }

  @Get(':id/messages')
  @NextPageBy({ before: 'next' })
  @ReadEndpoint('read-channels', 'What became of each message, newest first', shapes.messagesAnswer)
  async messages(
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Query({ schema: shapes.messagesQuery }) { state, before, limit }: z.output<typeof shapes.messagesQuery>,
  ): Promise<z.output<typeof shapes.messagesAnswer>> {
    const page = { state: state ?? null, before: before ?? null, limit: limit + 1 };
    const found = await this.robots.messages(id, page);
    const messages = found.slice(0, limit);
    return { messages, next: found.length > limit ? (messages.at(-1)?.key ?? null) : null };
  }

  @Post(':id/changes')
  @NeedsVersion()
  @WriteEndpoint('manage-channels', 'Change name, language, address, secret or filters', shapes.robotDone, 200)
  change(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: shapes.robotChange }) body: z.output<typeof shapes.robotChange>,
  ): Promise<z.output<typeof shapes.robotDone>> {
    return this.robots.change(asker, id, defined(body));
  }

  @Post(':id/enabling')
  @WriteEndpoint('manage-channels', 'Enable a chat robot', shapes.robotDone, 200)
  enable(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.robotDone>> {
    return this.robots.enable(asker, id);
  }

  @Post(':id/disabling')
  @WriteEndpoint('manage-channels', 'Disable a chat robot; what waits for it is not told', shapes.robotDone, 200)
  disable(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.robotDone>> {
    return this.robots.disable(asker, id);
  }

  @Post(':id/tests')
  @MadeAt('/robots/{robotId}/messages')
  @WriteEndpoint('manage-channels', 'Send a test message to the group', shapes.robotTestAnswer)
  test(
    @AskedBy() asker: Asker,
    @Param({ schema: shapes.channelPath }) { id }: shapes.ChannelPath,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<z.output<typeof shapes.robotTestAnswer>> {
    return this.robots.test(asker, id);
  }
}
