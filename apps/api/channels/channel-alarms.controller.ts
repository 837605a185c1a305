import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ChannelAlarmRepository } from '../../../libs/persistence/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { alarmsAnswer } from './channel-shapes.js';

@ApiTags('channels')
@Controller('channel-alarms')
export class ChannelAlarmsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ReadEndpoint('read-channels', 'Channels that people had to look at, newest first, and who was told', alarmsAnswer)
  async list(): Promise<object> {
    const alarms = await new ChannelAlarmRepository(this.dataSource.manager).list();
    return {
      alarms: alarms.map(({ kind, channel, channelId, name, answer, personId, mailedAt, storedAt }) => ({
        kind,
        channel,
        channelId,
        name,
        answer,
        personId,
        mailedAt,
        raisedAt: storedAt,
      })),
    };
  }
}
