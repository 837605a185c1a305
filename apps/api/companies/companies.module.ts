import { Module } from '@nestjs/common';
import { CompaniesController } from './companies.controller.js';
import { CompanyService } from './company.service.js';

@Module({ controllers: [CompaniesController], providers: [CompanyService], exports: [CompanyService] })
export class CompaniesModule {}
