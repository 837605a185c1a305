import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { tagged } from '../http/answer-headers.js';
import { Limiting } from '../http/limiting.js';
import type { Runtime } from '../runtime/runtime.js';
import { describeApi } from './describe.js';
import { LiveExamples, withValues } from './live-examples.js';

/**
 * The description of the API at /openapi.json, always the same, and the page to try it at /docs, whose examples are
 * filled with values that work. Everything is served from here.
 */
export function addDocs(app: NestExpressApplication, { engine, log }: Runtime): void {
  const described = describedOnce(app);
  const limiting = app.get(Limiting, { strict: false });
  // Open to everybody, and beside the guard that counts whom it lets in.
  app.use(
    ['/openapi.json', '/docs', '/docs-json', '/docs-yaml'],
    (request: Request, response: Response, next: NextFunction) => {
      limiting.stranger(request, response);
      next();
    },
  );
  app
    .getHttpAdapter()
    .get('/openapi.json', (request: unknown, response: unknown) =>
      (response as Response).send(tagged({ ...described() }, request as Request, response as Response)),
    );
  SwaggerModule.setup('docs', app, described, {
    raw: false,
    customSiteTitle: 'Paizhao API',
    swaggerOptions: { persistAuthorization: true, validatorUrl: null, tagsSorter: 'alpha', showExtensions: true },
    patchDocumentOnRequest: async (_, __, document) => {
      const values = await app
        .get(LiveExamples, { strict: false })
        .values(engine.skipTime !== null)
        .catch((error: unknown) => log.warn({ err: error }, 'no live examples'));
      return values ? withValues(document, values) : document;
    },
  });
}

/** Made when somebody first asks: it takes longer than all else that a start does. */
function describedOnce(app: NestExpressApplication): () => OpenAPIObject {
  let made: OpenAPIObject | null = null;
  return () => {
    made ??= describeApi(app);
    return made;
  };
}
