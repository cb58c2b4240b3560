-- +goose Up
-- What a company of Party B has shown once: who may act for it, and its seal.
create table enrolment(
  id text primary key, kind text not null, company text not null, name blob not null,
  person text not null references person(id), authority text not null, file text not null,
  state text not null, reason text not null, made int not null, decided int not null
) strict;
create index enrolment_company on enrolment(kind, company, made);

-- The review desk judges enrolments too: a review belongs to a verification or to an enrolment.
create table review_of_all(
  id text primary key, kind text not null,
  verification text references verification(id), enrolment text references enrolment(id),
  person text not null references person(id),
  state text not null, opened int not null, due int not null, by text not null, claimed int not null, decided int not null,
  reason text not null, note text not null,
  check((verification is null) <> (enrolment is null))
) strict;
insert into review_of_all
select id, 'identity', verification, null, person, state, opened, due, by, claimed, decided, reason, note from review order by rowid;
drop table review;
alter table review_of_all rename to review;
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
