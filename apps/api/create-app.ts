import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { AppModule } from './app.module.js';
import { addDocs } from './docs/docs.js';
import { writtenAddresses } from './http/allowed-methods.js';
import { PinoNestLogger } from './http/nest-logger.js';
import { noteRepeated } from './http/request-form.guard.js';
import { requestId } from './http/request-id.js';
import { requestLog } from './http/request-log.js';
import { requestTimes } from './http/request-times.js';
import { securityHeaders } from './http/security-headers.js';
import { singleHeaders } from './http/single-headers.js';
import { slowBodies } from './http/slow-bodies.js';
import { unreadBody } from './http/unread-body.js';
import type { Runtime } from './runtime/runtime.js';

/** The whole HTTP application, not listening yet. Closing it leaves what the runtime holds open. */
export async function createApp(runtime: Runtime): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(runtime), {
    bodyParser: false,
    forceCloseConnections: true,
    logger: new PinoNestLogger(runtime.log),
  });
  app.disable('etag');
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...runtime.options.trustedProxies]);
  app.use(requestId, securityHeaders, unreadBody, requestLog(runtime.log));
  if (runtime.metrics) app.use(requestTimes(runtime.metrics));
  app.use(singleHeaders, writtenAddresses(), slowBodies(runtime.options.bodyMs));
  app.use(json({ limit: '1mb', strict: true, type: 'application/json', verify: noteRepeated }));
  app.useBodyParser('raw', { limit: '1mb', type: 'message/rfc822' });
  addDocs(app, runtime);
  await app.init();
  return app;
}
