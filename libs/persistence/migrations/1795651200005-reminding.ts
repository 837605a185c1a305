import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders that the house chooses for all its licenses, and days on which people are away. */
export class Reminding1795651200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ladders);
    await runner.query(absences);
    await runner.query('grant select, insert, update on paizhao.house_ladders, paizhao.absences to paizhao_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paizhao.absences, paizhao.house_ladders');
  }
}

const ladders = `
  create table paizhao.house_ladders (
    kind text not null,
    offsets integer[],
    reason jsonb not null,
    chosen_by text not null,
    house_seq bigint not null,
    event_id uuid not null,
    constraint house_ladders_pk primary key (kind)
  );
`;

const absences = `
  create table paizhao.absences (
    id uuid not null,
    person_id uuid not null,
    from_day date not null,
    until_day date not null,
    called_off boolean not null default false,
    house_seq bigint not null,
    event_id uuid not null,
    constraint absences_pk primary key (id),
    constraint absences_person_fk foreign key (person_id) references paizhao.people (id),
    constraint absences_in_order check (from_day <= until_day)
  );
  create index absences_person on paizhao.absences (person_id, until_day);
`;
