import type { Bilingual, Confidence } from '../rulebook/index.js';
import {
  applicable,
  type FieldSource,
  isOnRecord,
  type PaperFacts,
  type PaperField,
  paperFields,
  type ShareholderRow,
  shareholderFields,
} from './fields.js';

type Kind = 'new' | 'renewal' | 'change' | 'termination' | 'reissue' | 'annual-report';

interface Section {
  id: string;
  title: Bilingual;
  fields: readonly PaperField[];
  /** A table of shareholders belongs to it. */
  shareholders?: true;
}

const section = (id: string, zh: string, en: string, fields: readonly PaperField[]): Section => ({
  id,
  title: { zh, en },
  fields,
});

const business = section('business', '业务', 'Business', ['serviceTypes', 'coverage', 'callCenterForm']);
const company = section('company', '公司', 'Company', [
  'company',
  'uscc',
  'province',
  'city',
  'address',
  'capital',
  'establishedOn',
]);
const representative = section('representative', '法定代表人', 'Legal representative', [
  'legalRepresentative',
  'idDocument',
  'mobile',
  'email',
]);
const capital = section('capital', '出资构成', 'Capital by origin', [
  'foreignShare',
  'domesticPersons',
  'domesticEntities',
  'foreignPersons',
  'foreignEntities',
  'fundingOrigin',
]);
const contact = section('contact', '联系人', 'Contact', ['contact', 'contactPhone', 'contactEmail']);
const officers = section('officers', '负责人', 'Officers', ['licenseOfficer', 'serviceOfficer', 'securityOfficer']);
const figures = section('figures', '规模', 'Size', ['staff', 'technicalStaff', 'revenue', 'seats']);
const owners: Section = {
  ...section('shareholders', '股东', 'Shareholders', ['shareholderIds']),
  shareholders: true,
};
const permit = section('permit', '许可证', 'Permit', ['permitNumber', 'permitValidFrom', 'permitLastDay']);

/**
 * What the portal's forms ask for, by kind of filing. Read from an outline of its forms that others published, and from
 * no form itself: every page of the portal is behind a login.
 */
const sections: Record<Kind, readonly Section[]> = {
  new: [business, company, representative, capital, owners, contact, officers, figures],
  renewal: [
    permit,
    section('renewal', '续期', 'Renewal', ['renewedTypes', 'openedServices', 'coverage']),
    company,
    representative,
    capital,
    owners,
    contact,
    officers,
    figures,
  ],
  change: [
    permit,
    section('change', '变更', 'Change', ['changes', 'beforeAndAfter', 'serviceTypes', 'coverage']),
    company,
    representative,
    capital,
    owners,
    contact,
  ],
  termination: [
    permit,
    section('termination', '终止', 'Termination', ['endingTypes', 'endingOn', 'resolution', 'users', 'settlement']),
    company,
    contact,
  ],
  reissue: [permit, section('loss', '遗失', 'Loss', ['lossDay', 'lossMedium', 'publishedOn']), company, contact],
  'annual-report': [
    permit,
    section('report', '年报', 'Annual report', [
      'reportYear',
      'coveredYear',
      'openedServices',
      'revenue',
      'users',
      'complaints',
      'incidents',
    ]),
    company,
    capital,
    owners,
    contact,
    officers,
    section('figures', '规模', 'Size', ['staff', 'technicalStaff', 'seats']),
  ],
};

export interface PortalField {
  id: PaperField;
  label: Bilingual;
  /** Ready to copy; null where it is not on record. */
  value: string | null;
  source: FieldSource;
}

export interface PortalForm {
  /** Nobody has read the portal's own form. */
  confidence: Confidence;
  sections: { id: string; title: Bilingual; fields: PortalField[]; shareholders: readonly ShareholderRow[] | null }[];
  missing: PaperField[];
}

/** The portal's form for a kind of filing, filled in with what is on record. */
export function portalFormOf(kind: Kind, facts: PaperFacts): PortalForm {
  const filledIn = sections[kind].map(({ id, title, fields, shareholders }) => ({
    id,
    title,
    fields: applicable(fields, facts).map((field) => ({
      id: field,
      ...paperFields[field],
      value: facts.values[field] ?? null,
    })),
    shareholders: shareholders ? facts.shareholders : null,
  }));
  const asked = sections[kind].flatMap(({ fields, shareholders }) => [
    ...applicable(fields, facts),
    ...(shareholders ? shareholderFields : []),
  ]);
  const missing = asked.filter((field) => !isOnRecord(field, facts));
  return { confidence: 'unverified', sections: filledIn, missing: [...new Set(missing)] };
}
