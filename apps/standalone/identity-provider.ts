import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { choosePort } from './free-port.js';
import { OperatorProblem } from './operator-problem.js';

export interface IdentityProviderOptions {
  /** Undefined for any free one. */
  port: number | undefined;
  /** As `NODE_ENV` says. */
  production: boolean;
}

export interface LocalIdentityProvider {
  issuer: string;
  /** By these an api takes its tokens, whatever else the operator has set. */
  settings: Record<'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'OIDC_PERSON_CLAIM' | 'OIDC_ALGORITHMS', string>;
  stop(): Promise<void>;
}

const audience = 'paizhao';
const tokenSeconds = 3_600;
const mostFormBytes = 10_000;

/** Names to begin with; the provider signs for any. */
const sampleSubjects = ['officer', 'deputy', 'approver', 'auditor', 'admin'];

/**
 * Signs in whoever asks, by any name and without a password, to try the product on one machine: discovery, keys, and
 * `POST /token`. Keys live as long as the process.
 * @throws OperatorProblem in production
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<LocalIdentityProvider> {
  if (options.production) throw new NotInProduction();
  const port = await choosePort(options.port, 'PAIZHAO_IDENTITY_PORT');
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'local', alg: 'ES256', use: 'sig' };
  const sign = (subject: string): Promise<string> =>
    new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: 'local', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(privateKey);
  const discovery = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Only under its own name: a page of the web that had its name point here would be another one.
    if (request.headers.host !== `127.0.0.1:${port}`) return reply(response, 421, { error: 'misdirected' });
    switch (`${request.method} ${request.url}`) {
      case 'GET /.well-known/openid-configuration':
        return reply(response, 200, discovery);
      case 'GET /keys':
        return reply(response, 200, { keys: [jwk] });
      case 'GET /':
        return show(response);
      case 'POST /token': {
        const subject = new URLSearchParams(await bodyOf(request)).get('subject')?.trim();
        if (!subject) return reply(response, 400, { error: 'invalid_request', error_description: 'give a subject' });
        const token = { access_token: await sign(subject), token_type: 'Bearer', expires_in: tokenSeconds };
        return reply(response, 200, token);
      }
      default:
        return reply(response, 404, { error: 'not_found' });
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_PERSON_CLAIM: 'sub', OIDC_ALGORITHMS: 'ES256' },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

class NotInProduction extends OperatorProblem {
  constructor() {
    super(
      'identity-provider-in-production',
      'The local identity provider lets everybody in, and so does not start in production.',
      'Unset PAIZHAO_IDENTITY_PORT, and set OIDC_ISSUER and OIDC_AUDIENCE of a provider that knows your people.',
    );
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > mostFormBytes) throw new Error('the form is too large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function show(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  });
  const button = (subject: string): string => `<button name="subject" value="${subject}">${subject}</button>`;
  response.end(`<!doctype html><html lang="zh"><meta charset="utf-8"><title>Paizhao sign-in</title>
<h1>本机登录（仅供试用） · Local sign-in, to try things</h1>
<p>无需密码；生产环境不启动。 · No password; never in production.</p>
<form method="post" action="/token">${sampleSubjects.map(button).join(' ')}</form>
<form method="post" action="/token"><input name="subject" required maxlength="255"> <button>令牌 · Token</button></form>
</html>`);
}
