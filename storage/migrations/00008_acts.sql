-- +goose Up
-- Counts changes of a contract's substance: text, round, places, parties, stage, answers. Long work is void when it changed.
alter table contract add column revision int not null default 0;
-- Counts changes of the problem, which void nothing.
alter table contract add column flags int not null default 0;

-- How the actor's identity was proven; '' in entries of older programs, whose hashes do not cover it.
alter table event add column proof text not null default '';

-- Refusals that were recorded within the last minute, with their repeats, which become one event later.
create table refusal(
  actor_kind text not null, actor_id text not null, proof text not null, action text not null, object text not null, code text not null,
  since int not null, repeats int not null,
  primary key(actor_kind, actor_id, action, object, code)
) strict, without rowid;
create index refusal_since on refusal(since);

-- How often strangers to the signers' pages met which refusal. Bounded by the actions and codes there are.
create table stranger(
  action text not null, code text not null, n int not null, last int not null,
  primary key(action, code)
) strict, without rowid;

-- Wrong PINs of an operator in a row, and until when no further one is tried.
create table pin_try(
  operator text primary key, wrong int not null, until int not null
) strict, without rowid;
