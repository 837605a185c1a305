import type { ArgumentsHost } from '@nestjs/common';
import { CalendarNotCoveredError } from '../../../libs/calendar/index.js';
import { Conflict, DomainError, Forbidden, InvalidInput, NotFound, Unavailable } from '../../../libs/domain/index.js';
import { createLogger } from '../../../libs/log/index.js';
import { LicenseHidden } from '../access/access-errors.js';
import { RoleNotAllowed, TokenMissing } from './api-errors.js';
import { ProblemFilter, sourceOf } from './problem.filter.js';

describe('an error', () => {
  it.each([
    [new InvalidInput('some-code', 'why', { pointer: '/a', remedy: 'do' }), 422],
    [new NotFound('some-code', 'why', { pointer: '/a', remedy: 'do' }), 404],
    [new Conflict('some-code', 'why', { pointer: '/a', remedy: 'do' }), 409],
    [new Forbidden('some-code', 'why', { pointer: '/a', remedy: 'do' }), 403],
    [new Unavailable('some-code', 'why', { pointer: '/a', remedy: 'do' }), 503],
  ])('of the core becomes %s with its status', (error, status) => {
    expect(sourceOf(error)).toMatchObject({ code: 'some-code', status, detail: 'why', pointer: '/a', remedy: 'do' });
  });

  it('of the calendar is as typed as one of the core', () => {
    const error = new CalendarNotCoveredError({ id: 'cn', from: '2015-01-01', to: '2026-12-31' }, '1999-01-01');
    expect(sourceOf(error)).toMatchObject({ code: 'calendar-not-covered', status: 422 });
  });

  it('that lists several faults keeps them, and is named after them where all are alike', () => {
    const fault = (pointer: string, code: string) => ({ pointer, code, message: 'm', remedy: 'r' });
    const told = (...errors: object[]) => sourceOf(new InvalidInput('invalid-profile', 'several', { errors }));
    expect(told(fault('/a', 'invalid-date'), fault('/b', 'invalid-date')).code).toBe('invalid-date');
    expect(told(fault('/a', 'invalid-date'), fault('/b', 'required'))).toMatchObject({
      code: 'invalid-profile',
      errors: [{ pointer: '/a', detail: 'm' }, { pointer: '/b' }],
    });
  });

  it('that lists several faults says in Chinese how many, unless it is named after the first of them', () => {
    const fault = (code: string, message: string) => ({ pointer: '', code, message, remedy: '' });
    const inChinese = (message: string, ...errors: object[]) =>
      sourceOf(new InvalidInput('request-invalid', message, { errors })).zh;
    const [one, other] = [fault('invalid-date', 'no day'), fault('required', 'missing')];
    expect(inChinese('2 things are wrong with the request', one, other)).toEqual({ detail: '请求有 2 处错误' });
    expect(inChinese('no day', one, other)).toBeUndefined();
    expect(inChinese('2 faults', one, one)).toBeUndefined();
    expect(inChinese('why')).toBeUndefined();
  });

  it('that nobody knows tells nothing of the inside', () => {
    for (const error of [
      new Error('secret'),
      new TypeError('secret'),
      'secret',
      null,
      new DomainError('x', 'odd' as 'invalid', 'secret'),
    ]) {
      const { status, code, detail } = sourceOf(error);
      if (status === 500) expect(`${code} ${detail}`).not.toContain('secret');
    }
    expect(sourceOf(new Error('secret'))).toMatchObject({ status: 500, code: 'internal-error' });
  });

  it('that ends a request stands in the log by its name, its words and its place', () => {
    const lines: string[] = [];
    const log = createLogger(
      { process: 'api', version: '1', level: 'info' },
      { write: (line) => void lines.push(line) },
    );
    const response: Record<string, unknown> = { headersSent: true, destroy: () => undefined, locals: {} };
    const host = { switchToHttp: () => ({ getRequest: () => ({ headers: {} }), getResponse: () => response }) };
    const filter = new ProblemFilter('http://localhost', log, { denied: () => undefined });
    filter.catch(new TypeError('broken'), host as unknown as ArgumentsHost);
    const { err } = JSON.parse(lines[0] ?? '{}');
    expect(err).toMatchObject({ name: 'TypeError', message: 'broken', stack: expect.stringContaining(' at ') });
  });

  it.each([
    ['no token', new TokenMissing(), 'token-missing'],
    ['a role that may not', new RoleNotAllowed('close-license', ['auditor'], ['approver']), 'role-not-allowed'],
    ['what the core forbids', new Forbidden('second-person-needed', 'x'), 'second-person-needed'],
    ['what lies outside a scope', new LicenseHidden('l1'), 'outside-scope'],
    ['what is not there', new NotFound('license-not-found', 'x'), null],
    ['what is wrong', new InvalidInput('invalid-date', 'x'), null],
  ])('for %s is a denial, or none', (_, error, why) => {
    const noted: string[] = [];
    const records = { denied: (_request: unknown, reason: string) => void noted.push(reason) };
    const response: Record<string, unknown> = { headersSent: true, destroy: () => undefined, locals: {} };
    const host = { switchToHttp: () => ({ getRequest: () => ({ headers: {} }), getResponse: () => response }) };
    const log = createLogger({ process: 'api', version: '1', level: 'fatal' }, { write: () => undefined });
    new ProblemFilter('http://localhost', log, records).catch(error, host as unknown as ArgumentsHost);
    expect(noted).toEqual(why === null ? [] : [why]);
  });
});
