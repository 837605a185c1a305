import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings on which the house settles, and versions of the law that it adopts: two persons each. */
export class HouseDecisions1795564800004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readings);
    await runner.query(adoptions);
    await runner.query(
      `grant select, insert, update on paizhao.house_readings, paizhao.adoptions, paizhao.adoption_impacts to paizhao_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.adoption_impacts, paizhao.adoptions, paizhao.house_readings');
  }
}

const readings = `
  create table paizhao.house_readings (
    id uuid not null,
    rule text not null,
    reading text,
    scope_kind text not null,
    scope_of text not null default '',
    evidence jsonb not null,
    state text not null default 'proposed',
    proposed_by text not null,
    proposed_seq bigint not null,
    decided_by text,
    decided_seq bigint,
    constraint house_readings_pk primary key (id),
    constraint house_readings_scope_known check (scope_kind in ('installation', 'authority', 'license')),
    constraint house_readings_state_known check (state in ('proposed', 'confirmed', 'rejected', 'superseded')),
    constraint house_readings_second_person
      check (state not in ('confirmed', 'superseded') or (decided_by is not null and decided_by <> proposed_by))
  );
  create unique index house_readings_one_proposed on paizhao.house_readings (rule, scope_kind, scope_of)
    where state = 'proposed';
  create unique index house_readings_one_confirmed on paizhao.house_readings (rule, scope_kind, scope_of)
    where state = 'confirmed';
`;

const adoptions = `
  create table paizhao.adoptions (
    id uuid not null,
    kind text not null,
    version text not null,
    state text not null default 'proposed',
    licenses integer not null,
    moved integer not null,
    impact_hash text not null,
    proposed_by text not null,
    proposed_seq bigint not null,
    decided_by text,
    decided_seq bigint,
    event_id uuid,
    constraint adoptions_pk primary key (id),
    constraint adoptions_kind_known check (kind in ('rulebook', 'calendar')),
    constraint adoptions_state_known check (state in ('proposed', 'confirmed', 'rejected')),
    constraint adoptions_second_person
      check (state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
  );
  create unique index adoptions_one_proposed on paizhao.adoptions (kind) where state = 'proposed';

  create table paizhao.adoption_impacts (
    adoption_id uuid not null,
    license_id uuid not null,
    dates jsonb not null,
    constraint adoption_impacts_pk primary key (adoption_id, license_id),
    constraint adoption_impacts_adoption_fk foreign key (adoption_id) references paizhao.adoptions (id)
  );
`;
