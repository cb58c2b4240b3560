-- +goose Up
-- Times are microseconds since 1970 in UTC, 0 for none. Columns of type BLOB that hold words are sealed by the vault.

-- Which state may follow which. Filled from package domain whenever a folder is opened.
create table transition(
  what text not null, before text not null, after text not null,
  primary key(what, before, after)
) strict, without rowid;

-- How many rows stand in which state, so that counting costs nothing at any size.
create table tally(
  what text not null, key text not null, n int not null,
  primary key(what, key)
) strict, without rowid;

create table contract(
  no text primary key,
  title text not null, amount int not null,
  a_name text not null, a_department text not null, a_credit text not null, a_person text not null, a_signer text not null,
  b_name text not null, b_department text not null, b_credit text not null, b_person text not null, b_signer text not null,
  purchaser_name text not null, purchaser text not null,
  seal_process text not null, approval_by text not null, approval_at int not null, source text not null,
  stage text not null, stage_since int not null,
  original_sha text not null, current_sha text not null, pages int not null,
  place_page int not null, place_x real not null, place_y real not null, place_w real not null, place_h real not null,
  received_at int not null, pushed_at int not null, expires_at int not null,
  reason text not null, problem text not null, problem_since int not null,
  version int not null,
  changed int not null,  -- grows with every change of any contract: the order of lists
  search text not null   -- what a search looks at
) strict;
create unique index contract_changed on contract(changed desc, stage, search);
create index contract_stage on contract(stage, changed desc);
create index contract_since on contract(stage, stage_since);
create index contract_a on contract(a_signer);
create index contract_b on contract(b_signer);
create index contract_problem on contract(changed desc) where problem <> '';

-- +goose StatementBegin
create trigger contract_transition before update of stage on contract
when old.stage <> new.stage and not exists(
  select 1 from transition where what = 'contract' and before = old.stage and after = new.stage)
begin
  select raise(abort, 'stage_transition');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger contract_added after insert on contract begin
  insert into tally values('contract', new.stage, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger contract_moved after update of stage on contract when old.stage <> new.stage begin
  update tally set n = n - 1 where what = 'contract' and key = old.stage;
  insert into tally values('contract', new.stage, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table revision(
  contract text not null references contract(no), n int not null, sha text not null, why text not null, at int not null,
  primary key(contract, n, sha)
) strict, without rowid;

-- The data key of each subject, wrapped under the key-encryption key. Without its row a subject's data is gone.
create table subject_key(
  subject text primary key, kek int not null, wrapped blob not null
) strict, without rowid;

-- Proves that the master key in the secrets folder is the one this database was written under.
create table vault(
  id int primary key check(id = 1), proof blob not null
) strict;

create table person(
  id text primary key, phone blob not null, phone_index blob unique,
  name blob not null, kind text not null, number blob not null,
  method text not null, verified int not null, valid_till int not null, manual_opened int not null
) strict;

create table consent(
  person text not null references person(id), kind text not null, text_sha text not null, at int not null
) strict;
create index consent_person on consent(person);

create table signing_key(
  id text primary key, subject text not null, private blob not null, chain text not null check(json_valid(chain))
) strict;

create table verification(
  id text primary key, person text not null references person(id), method text not null, state text not null,
  name blob not null, kind text not null, number blob not null, card blob not null,
  order_no text not null, detail text not null, started int not null, decided int not null,
  front text not null, held text not null
) strict;
create index verification_person on verification(person, started);
create index verification_state on verification(state, started);
create index verification_started on verification(started);
-- +goose StatementBegin
create trigger verification_added after insert on verification begin
  insert into tally values('verification', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger verification_moved after update of state on verification when old.state <> new.state begin
  update tally set n = n - 1 where what = 'verification' and key = old.state;
  insert into tally values('verification', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table review(
  id text primary key, verification text not null references verification(id), person text not null references person(id),
  state text not null, opened int not null, due int not null, by text not null, claimed int not null, decided int not null,
  reason text not null, note text not null
) strict;
create index review_state on review(state, opened);
create index review_person on review(person, opened);
-- +goose StatementBegin
create trigger review_added after insert on review begin
  insert into tally values('review', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger review_moved after update of state on review when old.state <> new.state begin
  update tally set n = n - 1 where what = 'review' and key = old.state;
  insert into tally values('review', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table link(
  id text primary key, code blob not null, code_index blob not null unique,
  person text not null references person(id), contract text not null, dead int not null, expires int not null
) strict;
create index link_contract on link(contract, person);

create table session(
  token_index blob primary key, person text not null references person(id), expires int not null
) strict, without rowid;

create table code(
  id text primary key, person text not null references person(id), purpose text not null, subject text not null,
  code blob not null, sent int not null, expires int not null, guesses int not null, used int not null
) strict;
create index code_latest on code(person, purpose, subject, sent);

create table message(
  id text primary key, kind text not null, person text not null, phone blob not null, contract text not null,
  link text not null, code text not null, state text not null, provider text not null, detail text not null,
  queued int not null, sent int not null
) strict;
create index message_contract on message(contract, queued);
-- +goose StatementBegin
create trigger message_added after insert on message begin
  insert into tally values('message', new.kind || ' ' || new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger message_moved after update of state on message when old.state <> new.state begin
  update tally set n = n - 1 where what = 'message' and key = old.kind || ' ' || old.state;
  insert into tally values('message', new.kind || ' ' || new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table seal_op(
  id text primary key, contract text not null references contract(no), act text not null, state text not null,
  person text not null, operator text not null, reserved int not null, signing int not null,
  input_sha text not null, appearance blob not null,
  place_page int not null, place_x real not null, place_y real not null, place_w real not null, place_h real not null,
  key_id text not null, certificate text not null, prepared_sha text not null, pending blob not null, digest text not null,
  key_uses int not null, signature blob not null, token blob not null, output_sha text not null, committed int not null,
  reason text not null
) strict;
create unique index seal_op_once on seal_op(contract, act) where state <> 'aborted';
create index seal_op_contract on seal_op(contract);
-- +goose StatementBegin
create trigger seal_op_transition before update of state on seal_op
when old.state <> new.state and not exists(
  select 1 from transition where what = 'seal' and before = old.state and after = new.state)
begin
  select raise(abort, 'seal_transition');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger seal_op_signature before update of signature on seal_op
when length(old.signature) > 0 and old.signature is not new.signature
begin
  select raise(abort, 'signature_immutable');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger seal_op_kept before delete on seal_op begin
  select raise(abort, 'seal_op_kept');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger seal_op_committed after update of state on seal_op when new.state = 'committed' and old.state <> 'committed' begin
  insert into tally values('seal', new.act, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table job(
  id integer primary key, kind text not null, uniq text not null unique, args text not null check(json_valid(args)),
  state text not null check(state in ('ready', 'running', 'done', 'unknown', 'dead', 'cancelled')),
  priority int not null, run_at int not null, attempt int not null, max_attempt int not null, fence int not null,
  owner text not null, lease_until int not null, inflight_at int not null, last_error text not null,
  created int not null, finished int not null
) strict;
create index job_ready on job(priority desc, run_at, id) where state = 'ready';
create index job_lease on job(lease_until) where state = 'running';
create index job_state on job(state, id);
-- +goose StatementBegin
create trigger job_added after insert on job begin
  insert into tally values('job', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger job_moved after update of state on job when old.state <> new.state begin
  update tally set n = n - 1 where what = 'job' and key = old.state;
  insert into tally values('job', new.state, 1) on conflict(what, key) do update set n = n + 1;
end;
-- +goose StatementEnd

create table engine(
  id int primary key check(id = 1), owner text not null, until int not null
) strict;

-- The record. Nothing in it is ever changed or taken away; each entry carries the hash of all before it.
create table event(
  seq integer primary key, at int not null, actor_kind text not null, actor_id text not null, action text not null,
  object text not null, before text not null, after text not null, code text not null, detail text not null,
  hash text not null
) strict;
create index event_object on event(object, seq);
-- The end of the record, so that cutting it off shows.
create table event_head(
  id int primary key check(id = 1), count int not null, hash text not null
) strict;
insert into event_head values(1, 0, '');
-- +goose StatementBegin
create trigger event_gapless before insert on event when new.seq <> (select count + 1 from event_head) begin
  select raise(abort, 'event_gapless');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger event_update before update on event begin
  select raise(abort, 'event_append_only');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger event_delete before delete on event begin
  select raise(abort, 'event_append_only');
end;
-- +goose StatementEnd

create table operator(
  name text primary key, roles text not null check(json_valid(roles)), os_user text not null, person text not null,
  duty int not null, stand_in int not null, disabled int not null
) strict;

create table note(
  name text primary key, value text not null
) strict, without rowid;
