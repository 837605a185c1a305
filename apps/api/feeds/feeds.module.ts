import { Module } from '@nestjs/common';
import { CompaniesModule } from '../companies/companies.module.js';
import { HouseModule } from '../house/house.module.js';
import { PeopleModule } from '../people/people.module.js';
import { FeedCalendar } from './feed-calendar.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';

/** Dates in the calendars of people: fetched by address, without a login. */
@Module({
  imports: [CompaniesModule, HouseModule, PeopleModule],
  controllers: [FeedsController],
  providers: [FeedsService, FeedCalendar],
})
export class FeedsModule {}
