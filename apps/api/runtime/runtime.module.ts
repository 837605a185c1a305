import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Cipher } from '../../../libs/persistence/index.js';
import { Limiting } from '../http/limiting.js';
import { RateLimits } from '../http/rate-limits.js';
import { LicenseClock } from './license-clock.js';
import { LicenseReader } from './license-reader.js';
import { DOCUMENTS, ENGINE, IDENTITY, LOG, OPTIONS, RUNTIME, type Runtime } from './runtime.js';

/** What every feature may ask for. */
@Global()
@Module({})
export class RuntimeModule {
  static of(runtime: Runtime): DynamicModule {
    const providers = [
      { provide: RUNTIME, useValue: runtime },
      { provide: OPTIONS, useValue: runtime.options },
      { provide: LOG, useValue: runtime.log },
      { provide: IDENTITY, useValue: runtime.identity },
      { provide: ENGINE, useValue: runtime.engine },
      { provide: DOCUMENTS, useValue: runtime.documents },
      { provide: Cipher, useValue: runtime.cipher },
      { provide: DataSource, useValue: runtime.dataSource },
      { provide: LicenseClock, useValue: new LicenseClock(runtime.wallClock) },
      { provide: Limiting, useValue: new Limiting(new RateLimits(runtime.options.limits)) },
      LicenseReader,
    ];
    return { module: RuntimeModule, providers, exports: providers };
  }
}
