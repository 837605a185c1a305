import { licenseWorkflowId } from '../../../libs/contracts/index.js';
import { until } from '../../stack/parts.js';
import { type LocalStack, must } from '../../support/local-stack.js';

export function closedLicense(stack: () => LocalStack): void {
  describe('a license whose workflow has ended', () => {
    it('is started for an erasure, which destroys the text, and ends again', async () => {
      const local = stack();
      const isOver = (licenseId: string): Promise<unknown> =>
        local.withTemporal((client) =>
          until('the workflow has ended', async () => {
            const { status } = await client.workflow.getHandle(licenseWorkflowId(licenseId)).describe();
            return status.name === 'COMPLETED';
          }),
        );
      const approver = await local.personWith('approver');
      const licenseId = await local.givesUp();
      await isOver(licenseId);
      const seq = await local.head(licenseId);
      const history = async () => must(await approver.get(`/licenses/${licenseId}/history?limit=500`)).entries;
      const { ref, text } = (await history()).at(-1).data.reason;
      expect(text).toBe('sample');
      const erasure = { refs: [ref], ground: 'purpose-met', reason: 'asked to' };
      must(await approver.post(`/licenses/${licenseId}/erasures`, erasure));
      expect((await history()).slice(-2)).toMatchObject([
        { seq, data: { reason: { ref, text: null } } },
        { seq: seq + 1, type: 'erased', data: { refs: [ref], ground: 'purpose-met' } },
      ]);
      await isOver(licenseId);
      expect(await local.query('select from paizhao.private_texts where id = $1', [ref])).toEqual([]);
      expect(await local.findings(licenseId)).toEqual([]);
      expect((await approver.post(`/licenses/${licenseId}/erasures`, erasure)).body.code).toBe('text-not-found');
    });
  });
}
