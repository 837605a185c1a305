/**
 * Functions that invent a portfolio inside PostgreSQL, in a schema of their own: from the number of a license everything
 * else follows, so that a run can be gone on with. Streams are real chains; what their entries say is a sample.
 */
export const toolsSql = `
  create schema if not exists bench;
  create table if not exists bench.words (kind text primary key, words text[] not null);
  create table if not exists bench.chunks (first integer primary key, last integer not null);

  create or replace function bench.id(kind text, n integer) returns uuid language sql immutable strict as $$
    select overlay(overlay(md5(kind || '/' || n) placing '5' from 13) placing 'a' from 17)::uuid $$;

  create or replace function bench.roll(kind text, n integer, sides integer) returns integer language sql immutable strict as $$
    select (abs(hashtextextended(kind || '/' || n, 0)) % sides)::integer $$;

  create or replace function bench.word(kind text, n integer, salt text default '') returns text language sql stable as $$
    select w.words[1 + bench.roll($1 || $3, n, cardinality(w.words))] from bench.words w where w.kind = $1 $$;

  create or replace function bench.company_name(n integer) returns text language sql stable as $$
    select case when bench.roll('tongue', n, 10) = 0
      then 'Sample ' || bench.word('english', n) || ' ' || bench.word('english', n, 'b') || ' Telecom ' || n || ' Co., Ltd.'
      else '样例' || bench.word('cities', n) || bench.word('characters', n) || bench.word('characters', n, 'b')
           || bench.word('fields', n) || bench.word('suffixes', n) end $$;

  create or replace function bench.uscc(n integer) returns text language plpgsql immutable as $$
    declare
      alphabet constant text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
      code text := '91310000MA' || lpad(n::text, 7, '0');
      total integer := 0;
      power integer := 1;
    begin
      for i in 1..17 loop
        total := total + (strpos(alphabet, substr(code, i, 1)) - 1) * power;
        power := power * 3 % 31;
      end loop;
      return code || substr(alphabet, 1 + (31 - total % 31) % 31, 1);
    end $$;

  create or replace function bench.status(n integer) returns text language sql immutable as $$
    select case
      when r < 600 then 'valid' when r < 690 then 'renewal-due' when r < 720 then 'renewal-pending'
      when r < 770 then 'preparing' when r < 800 then 'submitted' when r < 810 then 'correction'
      when r < 850 then 'in-review' when r < 860 then 'granted' when r < 865 then 'refused'
      when r < 870 then 'window-missed' when r < 875 then 'deemed-renewed' when r < 880 then 'termination-pending'
      when r < 882 then 'suspended' when r < 885 then 'revoked' when r < 915 then 'expired'
      when r < 935 then 'cancelled' else 'closed' end
      from (select bench.roll('status', n, 1000) as r) rolled $$;

  create or replace function bench.workday_by(day date) returns date language sql immutable strict as $$
    select day - case extract(isodow from day)::integer when 6 then 1 when 7 then 2 else 0 end $$;
`;

/** One line per license of a chunk: what lists, snapshots and obligations are made of. $1, $2: its numbers; $3: today. */
const linesSql = `
  create temporary table lines on commit drop as
  select n, bench.id('license', n) as license_id, bench.id('company', n / 5) as company_id,
         bench.company_name(n / 5) as company_name, s.status, s.ended, s.permit, s.waiting,
         array_remove(array[bench.word('types', n),
           case when bench.roll('second', n, 4) = 0 then bench.word('types', n, 'b') end], null) as service_types,
         bench.word('authorities', n / 5) as authority,
         bench.id('person', bench.roll('owner', n, 200)) as owner,
         bench.id('person', bench.roll('deputy', n, 200)) as deputy,
         bench.id('person', bench.roll('manager', n, 20)) as manager,
         case when s.permit then bench.word('permitCharacters', n / 5) || 'B2-' || (2016 + bench.roll('year', n, 11))
           || lpad(n::text, 6, '0') end as permit_number,
         case when not s.ended and bench.roll('undated', n, 100) >= 6 then
           case when bench.roll('report', n, 10) < 3 then make_date(extract(year from $3::date)::integer + 1, 3, 31)
                else $3::date - 25 + bench.roll('due', n, 1800) end end as next_date,
         $3::date - 30 - bench.roll('opened', n, 3600) as opened_on
    from generate_series($1::integer, $2::integer) n
   cross join lateral (select status, status in ('closed', 'cancelled', 'revoked') as ended,
           status not in ('preparing', 'submitted', 'correction', 'in-review', 'granted', 'refused') as permit,
           status in ('submitted', 'in-review', 'renewal-pending', 'termination-pending') as waiting
         from (select bench.status(n) as status) drawn) s`;

const recordsSql = [
  `insert into paizhao.companies (id, seq, name, uscc, facts, recorded_at)
   select distinct company_id, 1, company_name, bench.uscc(n / 5), '{"sample": true}'::jsonb, now() from lines
   on conflict do nothing`,
  `insert into paizhao.snapshots (license_id, seq, state, wake_at, wake_why)
   select license_id, $1, jsonb_build_object('form', $2::integer, 'sample', repeat('样例 sample data ', 100),
            'pins', jsonb_build_object('pack', $3::text, 'calendar', $4::text)),
          case when ended then null else now() + make_interval(days => 1 + bench.roll('wake', n, 300)) end, 'renewal'
     from lines`,
  `insert into paizhao.license_view
     (license_id, seq, company_id, company_name, service_types, coverage, authority, office, status, status_on, owner,
      deputy, manager, filings, permit_number, permit_last_day, next_obligation, next_date, safe_day, needs_attention,
      attention, simulated, ended, opened_on, recorded_at)
   select license_id, $1, company_id, company_name, service_types,
          case authority when 'MIIT' then 'nationwide' else authority end, authority, authority, status, $2::date, owner,
          deputy, manager, '[{"id": "new-1", "kind": "new", "status": "issued"}]', permit_number,
          case when permit then next_date + 90 end, case when next_date is not null then 'renewal:3' end, next_date,
          bench.workday_by(next_date), bench.roll('attention', n, 50) = 0, '[]', false, ended, opened_on, now()
     from lines`,
  `insert into paizhao.obligation_view
     (license_id, obligation_id, kind, duty, opened_on, date, safe_day, firmness, paused)
   select license_id, 'renewal:3', 'renewal', 'company', opened_on, next_date, bench.workday_by(next_date), 'firm', false
     from lines where next_date is not null
   union all
   select license_id, 'annual-report:3:2027', 'annual-report', 'company', opened_on, next_date + 200,
          bench.workday_by(next_date + 200), 'provisional', false from lines where permit and next_date is not null
   union all
   select license_id, 'review:9', 'review', 'authority', opened_on, $1::date - 10 + bench.roll('answer', n, 60), null,
          'firm', bench.roll('paused', n, 10) = 0 from lines where waiting`,
];

/** One entry of every stream of the chunk after the other, each sealed to the one before it. */
const eventsSql = `
  create or replace function bench.add_events(entries integer, today date) returns void language plpgsql as $$
    declare
      types constant text[] := array['license-opened', 'filing-opened', 'material-supplied', 'material-supplied',
        'pack-signed', 'filing-submitted', 'receipt-recorded', 'correction-requested', 'material-supplied',
        'filing-submitted', 'acceptance-recorded', 'grant-recorded', 'permit-issued', 'notice-due', 'notice-acknowledged'];
    begin
      create temporary table heads on commit drop as
        select 'license/' || license_id as stream, n, opened_on, decode(repeat('00', 32), 'hex') as hash,
               null::timestamptz as recorded_at from lines;
      for k in 1..entries loop
        with told as (
               select h.stream, h.hash as prev, d.day, c.command_id, p.person_id,
                      types[1 + (k - 1) % cardinality(types)] as type,
                      d.day + time '02:00' + make_interval(secs => k) as moment
                 from heads h
                cross join lateral (select h.opened_on + (today - h.opened_on) * (k - 1) / entries as day) d
                cross join lateral (select bench.id('command', h.n * 100 + k) as command_id) c
                cross join lateral (select bench.id('person', bench.roll('owner', h.n, 200)) as person_id) p),
             bodies as (
               select t.*, (t.moment at time zone 'UTC') as at, convert_to(format(
                        '{"actor":{"id":"%s","kind":"person"},"commandId":"%s","data":{"sample":"样例"},"recordedAt":"%s","seq":%s,"storedAt":"%s","stream":"%s","type":"%s","v":1,"validOn":"%s"}',
                        t.person_id, t.command_id, i.instant, k, i.instant, t.stream, t.type, t.day), 'UTF8') as body
                 from told t
                cross join lateral (select to_char(t.moment, 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') as instant) i),
             added as (
               insert into paizhao.ledger_events (stream, seq, body, prev, hash, type, v, recorded_at, stored_at, valid_on,
                                                  command_id, actor_kind, actor_id)
               select stream, k, body, prev, sha256('\\x00'::bytea || prev || body), type, 1, at, at, day, command_id,
                      'person', person_id from bodies
               returning stream, hash, recorded_at)
        update heads h set hash = a.hash, recorded_at = a.recorded_at from added a where a.stream = h.stream;
      end loop;
      insert into paizhao.ledger_heads (stream, seq, hash, recorded_at) select stream, entries, hash, recorded_at from heads;
    end $$`;

export const sampleSql = { lines: linesSql, records: recordsSql, events: eventsSql };
