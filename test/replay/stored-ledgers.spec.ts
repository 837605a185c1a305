import { verifyExport } from '../../libs/ledger/index.js';
import { foldedFrom, storedLedgers, summaryOf } from './stored-ledgers.js';

/** An event type that changed its meaning shows here. */
describe('today’s core folds what earlier releases recorded', () => {
  it('finds ledgers', () => {
    expect(storedLedgers().length).toBeGreaterThan(0);
  });

  it.each(storedLedgers())('$name', ({ exported, folded }) => {
    const { findings, header } = verifyExport(exported);
    expect(findings).toEqual([]);
    const state = foldedFrom(header.stream.replace('license/', ''), exported);
    expect(state?.unknownEvents).toEqual([]);
    expect(state && summaryOf(state)).toEqual(folded);
  });
});
