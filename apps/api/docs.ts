import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ApiOptions } from './runtime/runtime.js';

const description = `Commands need an \`Idempotency-Key\`: sending the same command again gives the same answer.
Dates are civil days in Asia/Shanghai (\`YYYY-MM-DD\`), instants are UTC. Errors are RFC 9457 problems; \`/problems\` lists
every code. Press **Authorize** and paste a token; the examples below then work as they stand, after the ids in them
were exchanged for your own.`;

/** The description of the API at /openapi.json, and the page to try it at /docs. Everything is served from here. */
export function addDocs(app: NestExpressApplication, { version }: ApiOptions): void {
  const config = new DocumentBuilder()
    .setTitle('Paizhao 牌照')
    .setDescription(description)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token that begins with pz_' })
    .build();
  const document = withProblem(SwaggerModule.createDocument(app, config));
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Paizhao API',
    swaggerOptions: { persistAuthorization: true, validatorUrl: null, tagsSorter: 'alpha' },
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
