import { Module } from '@nestjs/common';
import { CompaniesController } from './companies.controller.js';
import { CompanyService } from './company.service.js';
import { IdleFanOuts } from './idle-fan-outs.js';

@Module({ controllers: [CompaniesController], providers: [CompanyService, IdleFanOuts], exports: [CompanyService] })
export class CompaniesModule {}
