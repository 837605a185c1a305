import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../libs/domain/index.js';
import type { FinishedFiling } from '../../../libs/domain/rehearse.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { isObject } from './assessments.controller.js';

/** How long authorities have taken over the house's own filings, as far as the caller sees them. Simulated licenses show nothing of that. */
@Injectable()
export class FinishedFilings {
  constructor(private readonly dataSource: DataSource) {}

  of(authority: string, scopes: readonly Scope[]): Promise<FinishedFiling[]> {
    return new LicenseRepository(this.dataSource.manager).finishedFilings([authority], scopes);
  }

  /** Of the authorities that may decide on what is asked for: which one it is the core finds out. */
  async ofCoverage(coverage: unknown, scopes: readonly Scope[]): Promise<FinishedFiling[]> {
    const provinces = isObject(coverage) && Array.isArray(coverage.provinces) ? coverage.provinces : [];
    const codes = provinces.filter((code): code is string => typeof code === 'string').slice(0, 40);
    return new LicenseRepository(this.dataSource.manager).finishedFilings(['MIIT', ...codes], scopes);
  }
}
