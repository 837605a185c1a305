import { QueryFailedError } from 'typeorm';
import { safeError } from './safe-error.js';

describe('an error in the log', () => {
  it('shows what happened and where', () => {
    const cause = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    expect(safeError(new Error('file not stored', { cause }))).toMatchObject({
      message: 'file not stored',
      stack: expect.stringContaining('safe-error.spec'),
      cause: { message: 'no space left on device', code: 'ENOSPC' },
    });
  });

  it('of the database shows no value of the statement', () => {
    const driver = Object.assign(new Error('invalid input syntax: "secret"'), {
      code: '23505',
      constraint: 'people_pk',
      detail: 'Key (name)=(secret)',
    });
    const told = safeError(new QueryFailedError('insert into people values ($1)', ['secret'], driver));
    expect(told).toMatchObject({ code: '23505', constraint: 'people_pk' });
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(JSON.stringify(safeError(driver))).not.toContain('secret');
  });

  it('that is no error shows nothing of what it was', () => {
    expect(JSON.stringify(safeError('secret'))).not.toContain('secret');
  });
});
