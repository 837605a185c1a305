import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { loadConfig } from './config.js';
import { ConfigurationError, demanded } from './demanded.js';
import { lastingSettings, loadLocalSettings, localVariables } from './local-settings.js';
import { fromFile, variables } from './schema.js';

const root = join(__dirname, '..', '..');
const key = Buffer.alloc(32, 7).toString('base64');
const minimum = {
  DATABASE_URL: 'postgres://paizhao_app:hush-database@db:5432/paizhao',
  PAIZHAO_DATA_KEY: key,
};

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
};

describe('loadConfig', () => {
  it('needs a database and a data key, and has a default for everything else', () => {
    const config = loadConfig(minimum);
    expect(config).toMatchObject({
      production: false,
      simulation: 'off',
      temporal: { address: '127.0.0.1:7233', namespace: 'paizhao', apiKey: null, certificate: null },
      mail: null,
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000' },
      worker: { queues: ['licenses', 'notices'] },
      wakeWindow: { fromMinute: 480, spreadMinutes: 50 },
    });
    expect(config.dataKey.reveal()).toEqual(Buffer.alloc(32, 7));
  });

  it('names every problem at once', () => {
    expect(problemsOf({ PORT: 'x', WAKE_WINDOW_FROM: '8:00' })).toEqual([
      'DATABASE_URL: is needed',
      'PAIZHAO_DATA_KEY: is needed',
      'PORT: must be a whole number',
      'WAKE_WINDOW_FROM: must be a time of day such as 08:00',
    ]);
  });

  it.each([
    [{ DATABASE_URL: 'mysql://hush-secret@x/y' }, 'DATABASE_URL: must be a URL that begins with'],
    [{ PAIZHAO_DATA_KEY: 'hush-secret' }, 'PAIZHAO_DATA_KEY: must be 32 random bytes'],
    [{ PAIZHAO_OTHER_DATA_KEYS: 'hush-secret' }, 'PAIZHAO_OTHER_DATA_KEYS: must be keys of 32 random bytes'],
    [{ FILES_S3_URL: 'https://s3.example/papers' }, 'FILES_S3_URL, FILES_S3_KEY_ID, FILES_S3_SECRET_KEY: give all'],
    [
      { CHECKPOINTS_S3_URL: 'https://s3.example/checkpoints' },
      'CHECKPOINTS_S3_URL, CHECKPOINTS_S3_KEY_ID, CHECKPOINTS_S3_SECRET_KEY',
    ],
    [{ PAIZHAO_CHECKPOINT_KEY: 'hush-secret' }, 'PAIZHAO_CHECKPOINT_KEY: must be 32 random bytes'],
    [{ FILES_S3_URL: 'ftp://s3.example/papers' }, 'FILES_S3_URL: must be a URL that begins with http:'],
    [{ FILES_S3_URL: 'https://s3.example/' }, 'FILES_S3_URL: must be http(s)://host/bucket'],
    [{ FILES_S3_URL: 'https://u:hush-secret@s3.example/papers' }, 'FILES_S3_URL: must be http(s)://host/bucket'],
    [{ CLAMD_ADDRESS: 'somewhere' }, 'CLAMD_ADDRESS: must be host:port, or the path'],
    [{ UPLOAD_MAX_BYTES: '1000000000' }, 'UPLOAD_MAX_BYTES: must be from 1 to 52428800'],
    [{ PORT: '70000' }, 'PORT: must be from 0 to 65535'],
    [{ NODE_ENV: 'production', SIMULATION: 'on' }, 'SIMULATION: must be off where NODE_ENV is production'],
    [{ WAKE_WINDOW_FROM: '23:30' }, 'WAKE_WINDOW_MINUTES: the window must end on the same day'],
    [{ TEMPORAL_TLS_CERT: 'pem' }, 'TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: give both or none'],
    [{ SMTP_URL: 'smtp://u:hush-secret@mail:25' }, 'MAIL_FROM: is needed with SMTP_URL'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_ISSUER, OIDC_AUDIENCE: give both or none'],
    [{ OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER: must begin with https://, but for'],
    [{ OIDC_ALGORITHMS: 'RS256,none' }, 'OIDC_ALGORITHMS: must be some of RS256'],
    [{ OIDC_ALGORITHMS: 'HS256' }, 'OIDC_ALGORITHMS: must be some of RS256'],
    [
      { NODE_ENV: 'production', OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_AUDIENCE: 'paizhao' },
      'OIDC_ISSUER: must begin with https:// where NODE_ENV is production',
    ],
    [{ WORKER_QUEUES: 'licenses,mail' }, 'WORKER_QUEUES:'],
    [{ OUTBOUND_ALLOWED_HOSTS: 'ok.example,https://x.example/' }, 'OUTBOUND_ALLOWED_HOSTS: must be hosts'],
    [{ DATABASE_URL: undefined, DATABASE_URL_FILE: '/nowhere/at/all' }, 'DATABASE_URL_FILE: cannot be read (ENOENT)'],
  ])('refuses %j without repeating a value', (change, problem) => {
    const problems = problemsOf({ ...minimum, ...change });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems.join()).not.toContain('hush-secret');
  });

  it('counts an empty variable as absent', () => {
    expect(loadConfig({ ...minimum, SMTP_URL: '', MAIL_FROM: '', LOG_LEVEL: '' })).toMatchObject({
      mail: null,
      logLevel: 'info',
    });
  });

  it('reads a secret from the file that <NAME>_FILE names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    try {
      writeFileSync(join(folder, 'key'), `${key}\n`);
      const config = loadConfig({ ...minimum, PAIZHAO_DATA_KEY: '', PAIZHAO_DATA_KEY_FILE: join(folder, 'key') });
      expect(config.dataKey.reveal()).toHaveLength(32);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes further data keys, and a bucket with its key', () => {
    const config = loadConfig({
      ...minimum,
      PAIZHAO_OTHER_DATA_KEYS: `${key}, ${Buffer.alloc(32, 8).toString('base64')}`,
      FILES_S3_URL: 'https://s3.example/papers/house/',
      FILES_S3_KEY_ID: 'id',
      FILES_S3_SECRET_KEY: 'hush-bucket',
    });
    expect(config.otherDataKeys.reveal()).toEqual([Buffer.alloc(32, 7), Buffer.alloc(32, 8)]);
    expect(config.bucket).toMatchObject({ url: 'https://s3.example/papers/house', region: 'us-east-1', keyId: 'id' });
    expect(config.bucket?.secretKey.reveal()).toBe('hush-bucket');
    expect(loadConfig(minimum)).toMatchObject({ bucket: null, clamd: null });
    expect(loadConfig(minimum).otherDataKeys.reveal()).toEqual([]);
  });

  it('seals nothing without a key, and takes the second store in a folder or a bucket', () => {
    expect(loadConfig(minimum).checkpoints).toMatchObject({ key: null, directory: null, bucket: null });
    const { checkpoints } = loadConfig({
      ...minimum,
      PAIZHAO_CHECKPOINT_KEY: key,
      PAIZHAO_OTHER_CHECKPOINT_KEYS: key,
      CHECKPOINTS_DIR: '/mnt/checkpoints',
      CHECKPOINTS_S3_URL: 'https://s3.example/checkpoints',
      CHECKPOINTS_S3_KEY_ID: 'id',
      CHECKPOINTS_S3_SECRET_KEY: 'hush-bucket',
    });
    expect(checkpoints.key?.reveal()).toEqual(Buffer.alloc(32, 7));
    expect(checkpoints.otherKeys.reveal()).toHaveLength(1);
    expect(checkpoints).toMatchObject({ directory: '/mnt/checkpoints', bucket: { region: 'us-east-1', keyId: 'id' } });
    expect(JSON.stringify(checkpoints)).not.toMatch(new RegExp(`hush|${key.slice(0, 8)}`));
  });

  it('lets a bucket stand for the folder of files', () => {
    const bucket = { FILES_S3_URL: 'https://s3.example/papers', FILES_S3_KEY_ID: 'id', FILES_S3_SECRET_KEY: 'hush' };
    expect(() => loadConfig({ ...minimum, ...bucket }, ['FILES_DIR'])).not.toThrow();
  });

  it('never shows a secret', () => {
    const config = loadConfig({
      ...minimum,
      SMTP_URL: 'smtp://u:hush-mail@mail',
      MAIL_FROM: 'a@b.example',
      PAIZHAO_OTHER_DATA_KEYS: key,
      FILES_S3_URL: 'https://s3.example/papers',
      FILES_S3_KEY_ID: 'id',
      FILES_S3_SECRET_KEY: 'hush-bucket',
    });
    const shown = [inspect(config, { depth: 9 }), JSON.stringify(config), `${config.database.url}`].join('\n');
    for (const secret of ['hush', key]) expect(shown).not.toContain(secret);
    expect(config.database.url.reveal()).toContain('hush-database');
  });

  it('says which variable a process lacks', () => {
    expect(() => loadConfig(minimum, ['SMTP_URL', 'FILES_DIR'])).toThrow(
      'SMTP_URL: is needed by this process\n  FILES_DIR: is needed by this process',
    );
    expect(() => demanded(loadConfig(minimum).mail, 'SMTP_URL')).toThrow('SMTP_URL: is needed by this process');
  });
});

describe('the settings of the stack on one machine', () => {
  it('name the folder of law absolutely, because its processes run elsewhere', () => {
    expect(loadLocalSettings({ LAW_FOLDER: 'docs' }).lawFolder).toBe(join(root, 'docs'));
    expect(loadLocalSettings({}).lawFolder).toBeNull();
    expect(() => loadLocalSettings({ LAW_FOLDER: '/nowhere/at/all' })).toThrow('LAW_FOLDER: cannot be read (ENOENT)');
  });

  it('hands what watches on to an installation that lasts, and to no other', () => {
    const env = { DEADMAN_URL: 'https://ping.example.com/1', DATABASE_URL: 'postgres://elsewhere' };
    expect(lastingSettings(env)).toEqual({ DEADMAN_URL: 'https://ping.example.com/1' });
    expect(loadLocalSettings(env).inherited).toEqual({});
  });
});

describe('.env.example', () => {
  it('explains every variable that is read, and no other', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const ofCompose = [...compose.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(
      new Set([...Object.keys(variables.shape), ...Object.keys(localVariables.shape), ...ofCompose]),
    );
    expect(named).toHaveLength(new Set(named).size);
  });

  it('marks those that may come from a file', () => {
    const paragraphs = readFileSync(join(root, '.env.example'), 'utf8').split(/\n(?=# [A-Z0-9][^=]*[.)]\n|\n)/);
    const marked = paragraphs.filter((text) => text.includes('(file)') && !text.includes('marked (file)'));
    const names = marked.flatMap((text) => [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name));
    expect(names).toEqual(expect.arrayContaining([...fromFile]));
  });
});
