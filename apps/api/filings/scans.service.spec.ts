import type { DataSource } from 'typeorm';
import type { DocumentStore } from '../../../libs/documents/index.js';
import type { Asker } from '../access/access.decorators.js';
import type { CommandService } from '../commands/command.service.js';
import type { LicenseReader } from '../runtime/license-reader.js';
import { ScansService } from './scans.service.js';

const licenseId = '0f9b3d1c-0000-4000-8000-000000000001';
const scanId = '0f9b3d1c-0000-4000-8000-000000000002';
const answer = { outcome: 'appended' };

/** Over a command that was drafted before, and a register that holds these files. */
function scans(files: { id: string; licenseId: string }[]): ScansService {
  const findOneBy = async (_: unknown, { id }: { id: string }) => files.find((file) => file.id === id) ?? null;
  const commands = { run: async () => answer };
  return new ScansService(
    { manager: { findOneBy } } as unknown as DataSource,
    commands as unknown as CommandService,
    {} as LicenseReader,
    {} as DocumentStore,
  );
}

describe('a scan that is tied by a request made before', () => {
  const tie = (files: { id: string; licenseId: string }[]) =>
    scans(files).tie({ key: 'tie-once' } as Asker, licenseId, 7, { scanId });

  it('is tied while its file is there', async () => {
    await expect(tie([{ id: scanId, licenseId }])).resolves.toBe(answer);
  });

  it('is refused once its file has been swept', async () => {
    await expect(tie([])).rejects.toMatchObject({ code: 'scan-not-found', details: { pointer: '/scanId' } });
  });
});
