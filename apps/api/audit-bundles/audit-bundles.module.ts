import { Module } from '@nestjs/common';
import { AuditBundlesController } from './audit-bundles.controller.js';
import { AuditBundles } from './audit-bundles.service.js';
import { BundleRecord } from './bundle-record.js';

@Module({ controllers: [AuditBundlesController], providers: [AuditBundles, BundleRecord] })
export class AuditBundlesModule {}
