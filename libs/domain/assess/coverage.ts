import type { AskedCoverage, Law } from '../../rulebook/index.js';
import type { Coverage } from '../company.js';
import { type Complaints, said } from './complaints.js';
import { provinceAt, shown } from './values.js';

export const coverageKinds = ['province', 'provinces', 'nationwide'] as const;

/** Reads what is asked for: one province, several, or the whole country. Nothing said is nationwide after a complaint. */
export function coverageAt(law: Law, errors: Complaints, input: unknown): AskedCoverage {
  const asked = errors.object('/coverage', input, ['kind', 'provinces']);
  if (asked.kind === 'nationwide') {
    if (asked.provinces !== undefined)
      errors.add('/coverage/provinces', 'unknown-field', 'Nationwide names no provinces.', 'Leave the provinces out.');
    return { kind: 'nationwide' };
  }
  if (asked.kind !== 'province' && asked.kind !== 'provinces') {
    errors.add(
      '/coverage/kind',
      'unknown-coverage',
      said(asked.kind, `No coverage is of kind ${shown(asked.kind)}.`),
      `Use one of: ${coverageKinds.join(', ')}.`,
    );
    return { kind: 'nationwide' };
  }
  const provinces = errors
    .list('/coverage/provinces', asked.provinces)
    .map((code, i) => provinceAt(law, errors, `/coverage/provinces/${i}`, code));
  if (provinces.length === 0) {
    errors.add('/coverage/provinces', 'required', 'No province is named.', 'Name one province or more.');
  }
  const named = provinces.filter((code) => code !== '');
  if (new Set(named).size < named.length) {
    errors.add('/coverage/provinces', 'repeated', 'A province is named twice.', 'Name every province once.');
  }
  return { kind: 'province', provinces };
}

/** What a license is kept under: two provinces or more make a cross-region permit, kept as nationwide. */
export function licensedCoverage(asked: AskedCoverage): Coverage {
  const [province, ...others] = asked.kind === 'province' ? asked.provinces : [];
  return province === undefined || others.length > 0
    ? { kind: 'nationwide' }
    : { kind: 'province', provinces: [province] };
}
