import { createHash } from 'node:crypto';
import { signed } from './signature.js';

/** The examples of Amazon's "Signature Calculations for the Authorization Header" for S3, with its example key. */
const key = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const host = 'https://examplebucket.s3.amazonaws.com';

describe('the signature of a request', () => {
  it.each([
    [
      'a part of an object',
      { method: 'GET', url: `${host}/test.txt`, headers: { range: 'bytes=0-9' }, body: '' },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'an object that is put, with a name that must be encoded',
      {
        method: 'PUT',
        url: `${host}/test$file.text`,
        headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
        body: 'Welcome to Amazon S3.',
      },
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    [
      'a query without a value',
      { method: 'GET', url: `${host}/?lifecycle`, headers: {}, body: '' },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'a query of several',
      { method: 'GET', url: `${host}/?max-keys=2&prefix=J`, headers: {}, body: '' },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('is the published one for %s', (_what, { method, url, headers, body }, signature) => {
    const sent = signed(
      {
        method,
        url: new URL(url),
        headers: headers as Record<string, string>,
        bodyHash: sha256(body),
        at: new Date('2013-05-24T00:00:00Z'),
      },
      key,
    );
    expect(sent.authorization).toMatch(new RegExp(`Signature=${signature}$`));
    expect(sent.authorization).toContain('Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,');
    expect(sent).toMatchObject({ host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' });
    expect(JSON.stringify(sent)).not.toContain(key.secretKey);
  });
});
