import type { Life } from '../support/life.js';

const shanghai = { kind: 'province', provinces: ['sh'] };

/** A permit that has run for nearly three years is registered; what was due before is not made up for. */
export async function halfWay(life: Life): Promise<void> {
  await life.founds(6);
  const permit = { number: '沪B2-20230006', serviceTypes: ['B24'], coverage: shanghai };
  await life.registers(
    { ...permit, validFrom: '2023-05-15', printedLastDay: '2028-05-14' },
    {
      grantedOn: '2023-05-08',
      opened: [{ serviceType: 'B24', openedOn: '2023-06-01' }],
      reportsFiled: ['2024', '2025'],
    },
  );

  await life.until('2026-03-20');
  await life.reports();
  await life.until('2027-01-05');
  await life.reports();
  await life.until('2027-06-07');
  await life.changes('registered-capital', { registeredCapital: 2_000_000 }, { registeredOn: life.today });
  await life.until('2027-06-28');
  const { id } = await life.duty('change');
  const change = await life.files('change', { answers: [id] });
  await life.until('2027-07-02');
  await life.accepted(change);
  await life.until('2027-07-26');
  await life.granted(change);
  await life.amended(change);

  await life.until('2028-01-04');
  await life.reports();
  await life.until('2028-02-07');
  const renewal = await life.files('renewal');
  await life.until('2028-02-11');
  await life.accepted(renewal);
  await life.until('2028-03-13');
  await life.granted(renewal);
  await life.until('2028-03-20');
  await life.issued(renewal, { ...permit, validFrom: '2028-05-15', printedLastDay: '2033-05-14' });

  await life.until('2029-01-03');
  await life.reports();
  await life.until('2030-01-03');
  await life.reports();
  await life.until('2031-01-03');
  await life.reports();
  await life.until('2031-03-05');
}
