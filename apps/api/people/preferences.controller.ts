import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { NeedsVersion } from '../http/versions.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import {
  keptPreferences,
  type PreferencesAnswer,
  type PreferencesBody,
  preferencesBody,
} from '../schemas/preferences.js';
import { PreferencesService } from './preferences.service.js';

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });

/** What people ask of reminders. */
@ApiTags('people and access')
@Controller('people/:id/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @ReadEndpoint('read-people', 'What a person asks of reminders', keptPreferences)
  read(@Param({ schema: personPath }) { id }: z.output<typeof personPath>): Promise<PreferencesAnswer> {
    return this.preferences.read(id);
  }

  @Put()
  @NeedsVersion()
  @WriteEndpoint(
    'change-preferences',
    'Change your own, or as an administrator anybody’s; all of it',
    keptPreferences,
    200,
  )
  change(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: preferencesBody }) body: PreferencesBody,
  ): Promise<PreferencesAnswer> {
    return this.preferences.change(asker, id, body);
  }
}
