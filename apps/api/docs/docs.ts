import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Runtime } from '../runtime/runtime.js';
import { LiveExamples, withValues } from './live-examples.js';

const description = `Commands need an \`Idempotency-Key\`: sending the same command again gives the same answer.
Dates are civil days in Asia/Shanghai (\`YYYY-MM-DD\`), instants are UTC. Errors are RFC 9457 problems; \`/problems\` lists
every code. Press **Authorize** and paste a token, then **Try it out**: on the demo the examples carry the ids of its
license; elsewhere put in your own.`;

/**
 * The description of the API at /openapi.json, always the same, and the page to try it at /docs, whose examples are
 * filled with values that work. Everything is served from here.
 */
export function addDocs(app: NestExpressApplication, { options, engine, log }: Runtime): void {
  const config = new DocumentBuilder()
    .setTitle('Paizhao 牌照')
    .setDescription(description)
    .setVersion(options.version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token of the house (pz_…), or of its identity provider',
    })
    .build();
  const document = withProblem(SwaggerModule.createDocument(app, config));
  app.getHttpAdapter().get('/openapi.json', (_: unknown, response: unknown) => (response as Response).json(document));
  SwaggerModule.setup('docs', app, document, {
    raw: false,
    customSiteTitle: 'Paizhao API',
    swaggerOptions: { persistAuthorization: true, validatorUrl: null, tagsSorter: 'alpha', showExtensions: true },
    patchDocumentOnRequest: async (_, __, described) => {
      const values = await app
        .get(LiveExamples, { strict: false })
        .values(engine.skipTime !== null)
        .catch((error: unknown) => log.warn({ err: error }, 'no live examples'));
      return values ? withValues(described, values) : described;
    },
  });
}

function withProblem(document: OpenAPIObject): OpenAPIObject {
  const text = { type: 'string' } as const;
  const entry = { type: 'object' as const, properties: { pointer: text, code: text, detail: text, remedy: text } };
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'remedy', 'requestId'],
      properties: {
        type: { ...text, format: 'uri' },
        title: text,
        status: { type: 'integer' },
        detail: text,
        instance: text,
        code: { ...text, description: 'Permanent; see /problems' },
        remedy: text,
        pointer: { ...text, description: 'JSON pointer into the request' },
        errors: { type: 'array', items: entry },
        details: { type: 'object' },
        requestId: text,
      },
    },
  };
  return document;
}
