import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway, mayPass } from './database-away.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('a database that is away', () => {
  it.each([
    ['a refused connection', withCode('ECONNREFUSED')],
    ['a refused connection to each address of a name', new AggregateError([withCode('ECONNREFUSED')])],
    ['a server that shuts down', Object.assign(new Error('query failed'), { driverError: withCode('57P01') })],
    ['a server that is starting', withCode('57P03')],
    ['a broken connection', withCode('08006')],
    ['a connection that the driver lost', new Error('Connection terminated unexpectedly')],
    ['a transaction whose connection was lost before its next query', new QueryRunnerAlreadyReleasedError()],
    ['one whose connection is not there any more', new QueryRunnerProviderAlreadyReleasedError()],
    ['a pool without a connection in time', new Error('timeout exceeded when trying to connect')],
    ['a lock that was not had in time', withCode('55P03')],
    ['one of these behind another error', new Error('store failed', { cause: withCode('ECONNRESET') })],
  ])('is seen from %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a violated constraint', withCode('23505')],
    ['a defect', new TypeError('x is not a function')],
    ['no error at all', undefined],
  ])('is not seen from %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});

describe('what may succeed when it is done anew', () => {
  it.each([
    ['met a database that is away', withCode('57P01'), true],
    ['was in the way of another transaction', new Error('query failed', { cause: withCode('40P01') }), true],
    ['saw what another has changed since', withCode('40001'), true],
    ['violates a constraint', withCode('23505'), false],
    ['is a defect', new TypeError('x is not a function'), false],
    ['is no error at all', undefined, false],
  ])('%s', (_, error, passes) => {
    expect(mayPass(error)).toBe(passes);
  });
});
