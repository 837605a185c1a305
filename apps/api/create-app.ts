import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { AppModule } from './app.module.js';
import { addDocs } from './docs/docs.js';
import { writtenAddresses } from './http/allowed-methods.js';
import { largeBodies } from './http/large-bodies.js';
import { PinoNestLogger } from './http/nest-logger.js';
import { jsonInUtf8, noteRepeated } from './http/request-form.guard.js';
import { requestId } from './http/request-id.js';
import { requestLog } from './http/request-log.js';
import { requestTimes } from './http/request-times.js';
import { securityHeaders } from './http/security-headers.js';
import { singleHeaders } from './http/single-headers.js';
import { slowBodies } from './http/slow-bodies.js';
import { unreadBody } from './http/unread-body.js';
import type { Runtime } from './runtime/runtime.js';

/** Of a body in JSON, or a mail. */
const bodyBytes = 1_048_576;

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
  app.use(singleHeaders, writtenAddresses(), slowBodies(runtime.options.bodyMs, runtime.options.uploads));
  const read = ['application/json', 'message/rfc822'];
  app.use(jsonInUtf8, largeBodies(read, bodyBytes));
  app.use(json({ limit: bodyBytes, strict: true, type: 'application/json', verify: noteRepeated }));
  app.useBodyParser('raw', { limit: bodyBytes, type: 'message/rfc822' });
  // Node would cut off every request after five minutes; `slowBodies` knows which of them is honest.
  (app.getHttpServer() as Server).requestTimeout = 0;
  addDocs(app, runtime);
  await app.init();
  return app;
}
