import { defaultWakeWindow } from '../../libs/domain/index.js';
import { type HealReport, heal } from '../../libs/gateway/index.js';
import { type HealTarget, withHealer } from '../cli/healer.js';

/** After a long time off, every license wakes late; the worker gets this long before it counts as stuck. */
const patienceMs = 60_000;
const perSecond = 50;

/**
 * Starts the workflows that PostgreSQL says must run and that Temporal has lost. Runs beside the first commands: these
 * start the license they need by themselves. Null when it was interrupted or did not succeed, which a line says.
 */
export async function healAtBoot(
  target: Omit<HealTarget, 'wakeWindow' | 'fanOutPerSecond' | 'encryptWith'>,
  signal: AbortSignal,
  onStep: (line: string) => void,
): Promise<HealReport | null> {
  try {
    const all = { ...target, wakeWindow: defaultWakeWindow, fanOutPerSecond: 10, encryptWith: null };
    const report = await withHealer(all, (deps) => heal(deps, { act: true, perSecond, patienceMs, signal }));
    if (report.findings.length + report.fanOuts.length > 0) onStep(inWords(report));
    return report;
  } catch (error) {
    if (!signal.aborted) onStep(`heal did not finish: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function inWords({ checked, findings, fanOuts }: HealReport): string {
  const cured = findings.filter(({ outcome }) => outcome === 'cured').length;
  const left = findings.length - cured;
  return [
    `heal: of ${checked} licenses ${cured} started from the ledger`,
    ...(fanOuts.length > 0 ? [`${fanOuts.length} fan-outs started`] : []),
    ...(left > 0 ? [`${left} not cured ("npm run -s paizhao -- heal" names them)`] : []),
  ].join(', ');
}
