import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what, of what and until when; and the second person as a rule of the database. */
export class Access1795737600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grants);
    await runner.query(limitsOfTokens);
    await runner.query(secondPerson);
    await runner.query('grant select, insert, update on paizhao.access_grants to paizhao_app');
    await runner.query('grant select, insert, update, delete on paizhao.identities to paizhao_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_events_second_person on paizhao.ledger_events;
      drop function paizhao.ledger_second_person();
      alter table paizhao.calendar_feeds drop column scopes;
      alter table paizhao.api_tokens drop column actions, drop column companies, drop column licenses,
        drop column known_from, drop column known_until, drop column last_used_at;
      drop table paizhao.identities, paizhao.access_grants;
    `);
  }
}

/** Until now roles stood on tokens alone: whoever has a token that holds was given its roles. */
const grants = `
  create table paizhao.access_grants (
    person_id uuid not null,
    roles text[] not null,
    companies uuid[],
    licenses uuid[],
    known_from date,
    known_until date,
    last_day date,
    house_seq bigint not null,
    constraint access_grants_pk primary key (person_id),
    constraint access_grants_person_fk foreign key (person_id) references paizhao.people (id),
    constraint access_grants_scope_whole check ((companies is null) = (licenses is null)),
    constraint access_grants_period_in_order check (known_from <= known_until)
  );
  insert into paizhao.access_grants (person_id, roles, house_seq)
  select person_id, array_agg(distinct role order by role), 0
    from paizhao.api_tokens cross join unnest(roles) as role
   where person_id is not null and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
   group by person_id;

  create table paizhao.identities (
    person_id uuid not null,
    fingerprint text not null,
    house_seq bigint not null,
    constraint identities_pk primary key (person_id),
    constraint identities_person_fk foreign key (person_id) references paizhao.people (id)
  );
  create unique index identities_fingerprint on paizhao.identities (fingerprint);
`;

const limitsOfTokens = `
  alter table paizhao.api_tokens
    add column actions text[],
    add column companies uuid[],
    add column licenses uuid[],
    add column known_from date,
    add column known_until date,
    add column last_used_at timestamptz(3),
    add constraint api_tokens_scope_whole check ((companies is null) = (licenses is null)),
    add constraint api_tokens_period_in_order check (known_from <= known_until);
  create index api_tokens_person on paizhao.api_tokens (person_id);
  alter table paizhao.calendar_feeds add column scopes jsonb not null default '[]';
`;

/**
 * Some acts take two persons. The core sees to it; should it ever not, the entry does not come on record. The act must
 * be a person's, who neither proposed it nor supplied what is signed off; whom the entry names as the proposer must have
 * proposed just that, by an entry of the same stream.
 */
const secondPerson = `
  create function paizhao.ledger_second_person() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      data jsonb := convert_from(new.body, 'UTF8')::jsonb->'data';
      proposal text := case new.type
        when 'obligation-waived' then 'waiver-proposed'
        when 'entry-corrected' then 'entry-correction-proposed'
        when 'reading-confirmed' then 'reading-proposed'
        when 'rulebook-adopted' then 'adoption-proposed'
        when 'calendar-adopted' then 'adoption-proposed'
      end;
      subject text := case proposal
        when 'waiver-proposed' then 'obligationId'
        when 'entry-correction-proposed' then 'seq'
        when 'reading-proposed' then 'readingId'
        when 'adoption-proposed' then 'adoptionId'
      end;
    begin
      if new.actor_kind <> 'person'
         or data->>'proposedBy' is not distinct from new.actor_id
         or coalesce(data->'preparedBy', '[]') ? new.actor_id
         or (proposal is not null and not exists (
               select from paizhao.ledger_events p
                where p.stream = new.stream and p.type = proposal and p.actor_id = data->>'proposedBy'
                  and convert_from(p.body, 'UTF8')::jsonb->'data'->subject = data->subject))
         or (new.type = 'pack-signed-off' and exists (
               select from paizhao.ledger_events p
                where p.stream = new.stream and p.type = 'material-supplied' and p.actor_id = new.actor_id
                  and exists (select from jsonb_array_elements(data->'materials') m
                               where m->>'materialId'
                                     = convert_from(p.body, 'UTF8')::jsonb #>> '{data,materialId}'))) then
        raise exception '% of % needs a second person', new.type, new.stream using errcode = 'PZ005';
      end if;
      return new;
    end $$;
  revoke all on function paizhao.ledger_second_person() from public;

  create trigger ledger_events_second_person
    before insert on paizhao.ledger_events
    for each row
    when (new.type in ('pack-signed-off', 'obligation-waived', 'entry-corrected', 'reading-confirmed')
          or (new.stream = 'house' and new.type in ('rulebook-adopted', 'calendar-adopted')))
    execute function paizhao.ledger_second_person();

  grant create on schema paizhao to paizhao_ledger;
  alter function paizhao.ledger_second_person() owner to paizhao_ledger;
  revoke create on schema paizhao from paizhao_ledger;
`;
