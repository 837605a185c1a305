import { connect } from 'node:net';
import { cast } from '../support/api-story.js';
import { ApiWorld } from '../support/api-world.js';

jest.setTimeout(60_000);

let world: ApiWorld;

beforeAll(async () => {
  const slow = { perSecond: 0.001, burst: 5 };
  world = await ApiWorld.create({ limits: { bearers: slow, strangers: { ...slow, burst: 3 } }, bodyMs: 300 });
});

afterAll(() => world.close());

describe('a caller who asks too fast', () => {
  it('is told to wait, whatever the token, and others are not', async () => {
    const { officer, approver } = await cast(world);
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await officer.get('/access'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const [first, last] = [answers[0], answers[5]];
    expect(first?.headers.get('ratelimit-policy')).toBe('"bearers";q=5;w=5000');
    expect(first?.headers.get('ratelimit')).toMatch(/^"bearers";r=4;t=\d+$/);
    expect(last?.body.code).toBe('too-many-requests');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await approver.get('/access')).status).toBe(200);
  });

  it('is limited by the address while nobody knows who it is', async () => {
    const guesses = [];
    for (let count = 0; count < 4; count += 1)
      guesses.push(await world.stranger(`pz_${'A'.repeat(43)}`).get('/access'));
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
    expect((await world.stranger().get('/problems')).status).toBe(429);
  });
});

describe('a body that does not come', () => {
  it('is not waited for: the caller is told, and the line is closed', async () => {
    const { port } = new URL(world.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['POST /companies HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Content-Length: 1000'];
    socket.write(`${head.join('\r\n')}\r\n\r\n{"name":`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"body-too-slow"');
  });
});
