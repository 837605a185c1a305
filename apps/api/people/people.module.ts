import { Module } from '@nestjs/common';
import { HouseModule } from '../house/house.module.js';
import { AbsencesController } from './absences.controller.js';
import { LeaversLicenses } from './leavers-licenses.js';
import { PeopleController } from './people.controller.js';
import { PersonService } from './person.service.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesService } from './preferences.service.js';
import { SuccessionsController } from './successions.controller.js';
import { SuccessionsService } from './successions.service.js';

@Module({
  imports: [HouseModule],
  controllers: [PeopleController, AbsencesController, PreferencesController, SuccessionsController],
  providers: [PersonService, PreferencesService, SuccessionsService, LeaversLicenses],
  exports: [PersonService],
})
export class PeopleModule {}
