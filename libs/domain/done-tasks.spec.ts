import { aLicense, approver, aText, Desk, licenseId, officer } from '../../test/support/builders.js';
import { doneTasks } from './done-tasks.js';
import type { RecordedEvent } from './events.js';

const day = '2026-03-02';
const filingId = 'new-1';
const doneOf = (desk: Desk) => doneTasks(licenseId, desk.history);

describe('tasks that are done', () => {
  it('say by whom, by which entry, and when that was true and entered', () => {
    const desk = Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
    desk.prepares({ kind: 'annual-report', period: '2026' }).submits().until('2026-03-10');
    desk.does('record-report-filed', { filingId: 'annual-report-2026', filedOn: '2026-03-09', number: null });
    const report = doneOf(desk).find(({ kind }) => kind === 'annual-report');
    expect(report).toEqual({
      taskId: 'annual-report:2:2026',
      kind: 'annual-report',
      filingId: 'annual-report-2026',
      period: '2026',
      date: '2026-03-31',
      seq: desk.state.seq,
      type: 'report-filed',
      by: officer,
      on: '2026-03-09',
      recordedOn: '2026-03-10',
    });
  });

  it('of a correction come item by item, and then the correction itself', () => {
    const desk = aLicense(day)
      .prepares()
      .submits()
      .does('record-correction-notice', {
        filingId,
        noticedOn: day,
        dueOn: null,
        number: null,
        items: [
          { requirementId: 'application-form', text: aText },
          { requirementId: null, text: null },
        ],
      })
      .supplies(filingId, 'application-form')
      .does('pass-over-correction-item', { filingId, itemId: 'r1-2', reason: aText }, { by: approver })
      .does('sign-off-pack', { filingId, deferred: [] }, { by: approver })
      .submits();
    const id = desk.history.find(({ type }) => type === 'correction-requested')?.seq;
    expect(doneOf(desk).map(({ taskId, type, by }) => [taskId, type, by.id])).toEqual([
      [`correction:${id}/r1-1`, 'material-supplied', officer.id],
      [`correction:${id}/r1-2`, 'correction-item-passed-over', approver.id],
      [`correction:${id}`, 'filing-submitted', officer.id],
    ]);
  });

  it('are none that the house has ended by itself', () => {
    const desk = Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
    desk.prepares({ kind: 'annual-report', period: '2026' }).submits();
    desk.does('record-report-filed', { filingId: 'annual-report-2026', filedOn: day, number: null });
    const tick = { kind: 'system', id: 'tick' } as const;
    const bySystem = desk.history.map((event) => ({ ...event, actor: tick }) as RecordedEvent);
    expect(doneTasks(licenseId, bySystem)).toEqual([]);
  });

  it('are none that time has ended', () => {
    const desk = Desk.holds(day, { validFrom: '2021-03-10', printedLastDay: '2026-03-09' }).until('2026-05-01');
    expect(desk.state.permit?.status).toBe('expired');
    expect(doneOf(desk)).toEqual([]);
  });
});
