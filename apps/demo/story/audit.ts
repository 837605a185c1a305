import { verifyExport } from '../../../libs/ledger/index.js';
import { tamper } from '../tamper.js';
import { ask, licenseNow, ofLicense, type World } from './world.js';

/** Step 8: what was known on a day, the chain verified, and one row changed behind the product's back. */
export async function audit(world: World, knownOn: string): Promise<void> {
  const { narrator, auditor } = world;
  const asking = { params: { ...ofLicense(world).params, query: { knownOn } } };
  const known = await ask(world, 'state as known', 200, auditor.typed.GET('/licenses/{id}/state', asking));
  narrator.says('auditor', `asks what was known on ${knownOn}`);
  narrator.says(
    'Paizhao',
    `status ${known.status}; ${known.seq} entries on record by then; reminders sent by then: ${known.notices.length}`,
  );
  for (const filing of known.filings) narrator.detail(`filing ${filing.id}: ${filing.status}`);
  const now = await licenseNow(world, auditor);
  narrator.expect(known.seq < now.seq, 'the past answer is older than the present one');

  const before = await verifyChain(world);
  narrator.says(
    'auditor',
    `verifies the exported chain offline: ${before.ok ? 'intact' : 'BROKEN'}, ${before.entries} entries`,
  );
  narrator.expect(before.ok, 'the chain is intact');

  const seq = Math.floor(now.seq / 2);
  const putBack = await tamper(world.superuserUrl, `license/${world.licenseId}`, seq);
  const during = await verifyChain(world);
  await putBack();
  narrator.says('intruder', `changes row ${seq} as database superuser, triggers off`);
  narrator.says('verifier', during.findings.join('; '));
  narrator.expect(
    !during.ok && during.findings.some((finding) => finding.includes(` ${seq}: changed-body`)),
    `the verifier names row ${seq}`,
  );
  const after = await verifyChain(world);
  narrator.expect(after.ok, 'the row is back and the chain is intact');
  narrator.says('auditor', 'the row is put back: intact again');
  world.verification = { before, tamperedSeq: seq, during, after };
}

async function verifyChain(world: World): Promise<{ ok: boolean; entries: number; findings: string[] }> {
  const exporting = { ...ofLicense(world), parseAs: 'text' as const };
  const text = await ask(world, 'export', 200, world.auditor.typed.GET('/licenses/{id}/export', exporting));
  const verdict = verifyExport(text);
  return {
    ok: verdict.findings.length === 0,
    entries: verdict.checked,
    findings: verdict.findings.map(({ stream, seq, kind, what }) => `${stream} ${seq}: ${kind}, ${what}`),
  };
}
