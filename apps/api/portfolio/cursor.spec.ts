import { randomUUID } from 'node:crypto';
import * as cursors from './cursor.js';

const id = randomUUID();
const { cursorOf } = cursors;

describe('a cursor', () => {
  it.each<[string, { safeParse(text: string): { success: boolean } }, string]>([
    ['of licenses', cursors.licensePlace, cursorOf(null, id)],
    ['of companies with their dates', cursors.companyPlace, cursorOf('2026-11-20', id)],
    ['of companies by name', cursors.namePlace, cursorOf('样'.repeat(200), id)],
    ['of tasks', cursors.taskPlace, cursorOf('2026-11-20', id, 'renewal:2')],
    ['of originals', cursors.originalPlace, cursorOf(null, id, 'new-1', 'business-license')],
    ['of what is stored', cursors.storedPlace, cursorOf('2026-11-20T02:00:00.000Z', id)],
    ['of changes', cursors.changePlace, cursorOf(null, '1', '2')],
    ['of access records', cursors.accessPlace, cursorOf('2026-11-20', '7')],
  ])('%s is taken as it was given', (_, place, text) => {
    expect(place.safeParse(text).success).toBe(true);
  });

  it.each<[string, { safeParse(text: string): { success: boolean } }, string]>([
    ['a day that is none', cursors.licensePlace, cursorOf('2026-02-30', id)],
    ['a year 0', cursors.licensePlace, cursorOf('0000-01-01', id)],
    ['an id that is none', cursors.licensePlace, cursorOf(null, 'x')],
    ['U+0000 in an id', cursors.originalPlace, cursorOf('2026-01-01', id, '\0', 'x')],
    ['half a surrogate in an id', cursors.originalPlace, cursorOf('2026-01-01', id, 'new-1', '\ud800')],
    ['U+0000 in a name', cursors.namePlace, cursorOf('\0', id)],
    ['a name that is too long', cursors.namePlace, cursorOf('x'.repeat(201), id)],
    ['an instant of the year 0', cursors.storedPlace, cursorOf('0000-01-01T00:00:00.000Z', id)],
    ['an instant that is none', cursors.storedPlace, cursorOf('2026-02-30T00:00:00.000Z', id)],
    ['an instant finer than any', cursors.storedPlace, cursorOf('9999-12-31T23:59:59.999999Z', id)],
    ['a number that is none', cursors.accessPlace, cursorOf('2026-11-20', '1e3')],
    ['too little', cursors.taskPlace, cursorOf(null, id)],
    ['what is no JSON', cursors.licensePlace, 'x'],
  ])('with %s is refused', (_, place, text) => {
    expect(place.safeParse(text).success).toBe(false);
  });
});
