import { fileNameOf } from '../../../libs/archive/index.js';
import { allowedMediaTypes } from '../../../libs/documents/index.js';
import { requirementsOf } from '../../../libs/domain/decide/requirements.js';
import {
  type Context,
  currentMaterials,
  type Filing,
  type FilingKind,
  filingDayOf,
  filingNames,
  type LicenseState,
  licensedFor,
  type MaterialVersion,
  packHash,
  packHashOf,
  type SignedPack,
} from '../../../libs/domain/index.js';
import { type Cover, paperFactsOf } from '../../../libs/papers/index.js';
import type { Bilingual } from '../../../libs/rulebook/index.js';

/** A license as it was when a pack of it was signed off. */
export interface SignedOff {
  state: LicenseState;
  filing: Filing;
  pack: SignedPack;
  /** UTC instant. */
  recordedAt: string;
  context: Context;
}

export interface ManifestFile {
  path: string;
  requirement: { id: string; title: Bilingual | null; rule: string | null; status: string | null };
  materialId: string;
  version: number;
  sha256: string;
  bytes: number;
  mediaType: string;
  issuedOn: string | null;
  sealed: boolean | null;
}

/** What is in a pack, for machines. `packHash` is SHA-256 over the JSON array of `[requirement, materialId, version, sha256]`. */
export interface Manifest {
  format: 'paizhao-pack';
  version: 1;
  simulated: boolean;
  company: { name: string; uscc: string };
  license: { id: string; authority: string; office: string; serviceTypes: string[]; permit: string | null };
  filing: { id: string; kind: FilingKind; period: string | null };
  rules: { pack: string; calendar: string };
  signOff: { entry: number; on: string; recordedAt: string; packHash: string; deferred: string[] };
  files: ManifestFile[];
  cover: { path: string; sha256: string };
}

export const coverPath = '00-封面.pdf';
export const manifestPath = 'manifest.json';

/** The materials that were signed for, in the order in which the rules ask for them. */
export function filesOf({ state, filing, pack, context }: SignedOff): ManifestFile[] {
  const asked = requirementsOf(state, filing, filingDayOf(filing, pack.signedOn), context);
  const order = (id: string) => {
    const index = asked.findIndex((requirement) => requirement.id === id);
    return index === -1 ? asked.length : index;
  };
  return currentMaterials(filing)
    .sort((a, b) => order(a.requirementId) - order(b.requirementId))
    .map(({ requirementId, material }, index) => {
      const requirement = asked.find(({ id }) => id === requirementId);
      const title = requirement?.title ?? null;
      return {
        path: pathOf(index + 1, title?.zh ?? requirementId, material),
        requirement: {
          id: requirementId,
          title,
          rule: requirement?.rule ?? null,
          status: requirement?.status ?? null,
        },
        ...described(material),
      };
    });
}

function pathOf(number: number, title: string, { version, mediaType }: MaterialVersion): string {
  const ending = allowedMediaTypes[mediaType]?.[0] ?? 'bin';
  return `材料/${String(number).padStart(2, '0')}-${fileNameOf(title)}-第${version}版.${ending}`;
}

function described({ materialId, version, sha256, bytes, mediaType, issuedOn, sealed }: MaterialVersion) {
  return { materialId, version, sha256, bytes, mediaType, issuedOn, sealed };
}

export function manifestOf(signed: SignedOff, files: ManifestFile[], coverSha256: string): Manifest {
  const { state, filing, pack, recordedAt } = signed;
  const { company, licenseId: id, authority, office, permit, simulated, pins } = state;
  const { serviceTypes } = licensedFor(state);
  return {
    format: 'paizhao-pack',
    version: 1,
    simulated,
    company: { name: company.name, uscc: company.uscc },
    license: { id, authority, office, serviceTypes, permit: permit?.number ?? null },
    filing: { id: filing.id, kind: filing.kind, period: filing.period },
    rules: pins,
    signOff: {
      entry: pack.seq,
      on: pack.signedOn,
      recordedAt,
      packHash: packHash(filing),
      deferred: pack.deferred,
    },
    files,
    cover: { path: coverPath, sha256: coverSha256 },
  };
}

/** What a sign-off would have to stand for to be of these files. */
export function packHashIn({ files }: Manifest): string {
  return packHashOf(files.map(({ requirement, ...file }) => ({ ...file, requirementId: requirement.id })));
}

export function coverSheetOf(signed: SignedOff, files: readonly ManifestFile[]): Cover {
  const { state, filing, pack, recordedAt, context } = signed;
  const nobody = { legalRepresentative: null, shareholders: [] };
  const { values } = paperFactsOf(state, filing, context.law.pack, nobody);
  const asked = requirementsOf(state, filing, filingDayOf(filing, pack.signedOn), context);
  const about: [string, string | undefined][] = [
    ['公司名称', values.company],
    ['统一社会信用代码', values.uscc],
    ['申报事项', `${filingNames[filing.kind].zh}${filing.period ? `（${filing.period}）` : ''}，编号 ${filing.id}`],
    ['业务种类', values.renewedTypes ?? values.endingTypes ?? values.serviceTypes],
    ['业务覆盖范围', values.coverage],
    ['许可证编号', values.permitNumber],
    ['主管部门', values.authority],
    ['受理机构', values.office],
    ['签核日期', pack.signedOn],
    ['所依据的规则', state.pins.pack],
    ['说明', state.simulated ? '模拟：本许可证事项的时间曾被快进，不得用于真实申报。' : undefined],
  ];
  return {
    createdAt: recordedAt,
    about: about.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    files: files.map(({ requirement, version, issuedOn, bytes, sha256 }) => ({
      title: requirement.title?.zh ?? `补正材料 ${requirement.id}`,
      ...{ version, issuedOn, bytes, sha256 },
    })),
    deferred: pack.deferred.map((id) => asked.find((requirement) => requirement.id === id)?.title.zh ?? id),
    packHash: packHash(filing),
  };
}
