import type { Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Config } from '../../../libs/config/index.js';
import { InvalidLawFileError, loadLawFolder } from '../../../libs/law/index.js';
import { LicenseRepository } from '../../../libs/persistence/index.js';
import { healerOn, targetOf } from '../healer.js';
import { type Check, error, type Finding, type Part, type Patient } from './check.js';
import { checks } from './checks/index.js';
import { openDatabase, openTemporal, temporalSide } from './open.js';

export interface Examined extends Finding {
  check: string;
}

export interface Examination {
  findings: Examined[];
  /** Checks that could not be made because what they ask does not answer. */
  skipped: string[];
}

/** Looks at everything that can be looked at, and changes nothing. One check's failure is no reason to leave the others. */
export async function examine(config: Config): Promise<Examination> {
  const findings: Examined[] = lawFolder(config).map((finding) => ({ check: 'law-folder', ...finding }));
  const [database, temporal] = await Promise.all([
    openDatabase(config),
    openTemporal(config, targetOf(config).temporal),
  ]);
  findings.push({ check: 'database', ...database.finding }, { check: 'temporal', ...temporal.finding });
  try {
    const reached: Record<Part, boolean> = { database: database.part !== null, temporal: temporal.part !== null };
    const patient = patientOf(config, database.part, temporal.part);
    const able = checks.filter(({ needs }) => needs.every((part) => reached[part]));
    for (const check of able) findings.push(...(await looked(check, patient)));
    const skipped = checks.filter((check) => !able.includes(check)).map(({ name }) => name);
    return { findings, skipped };
  } finally {
    await database.part?.destroy();
    await temporal.part?.close();
  }
}

/** Read first: heal needs the law that licenses pin. */
function lawFolder({ lawFolder: folder }: Config): Finding[] {
  if (folder === null) return [];
  try {
    loadLawFolder(folder);
    return [];
  } catch (fault) {
    if (!(fault instanceof InvalidLawFileError)) throw fault;
    const what = { zh: `规则文件夹不可用：${fault.message}`, en: `The folder of law cannot be used: ${fault.message}` };
    return [
      error(folder, what, { zh: '用 paizhao rules check 检查各文件', en: 'Try its files with paizhao rules check.' }),
    ];
  }
}

function patientOf(config: Config, source: DataSource | null, connection: Connection | null): Patient {
  const absent = (): never => {
    throw new Error('asked although it does not answer');
  };
  return {
    config,
    now: Date.now,
    database: (sql, values) => (source ?? absent()).query(sql, values),
    temporal: connection ? temporalSide(connection, config.temporal.namespace) : absentSide(absent),
    get licenses() {
      return new LicenseRepository((source ?? absent()).manager);
    },
    get healer() {
      return healerOn(targetOf(config), source ?? absent(), connection ?? absent());
    },
  };
}

const absentSide = (absent: () => never) => ({
  schedules: absent,
  searchAttributes: absent,
  takesUpdates: absent,
  pollers: absent,
});

async function looked(check: Check, patient: Patient): Promise<Examined[]> {
  try {
    return (await check.look(patient)).map((finding) => ({ check: check.name, ...finding }));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    const what = { zh: `检查没有完成：${why}`, en: `The check could not be finished: ${why}` };
    const remedy = { zh: '先解决其余问题，再运行一次', en: 'Mend what else is found, then ask again.' };
    return [{ check: check.name, ...error(check.name, what, remedy) }];
  }
}
