-- +goose Up
-- Every change of a rule: the proposal, and the decision once there is one. A decided change stays as it is, and none goes.
create table rule_change(
  id integer primary key, key text not null, before text not null, after text not null,
  origin text not null check(origin in ('created', 'adopted', 'set')),
  proposed int not null, proposer_kind text not null, proposer text not null, reason text not null,
  decided int not null, decider_kind text not null, decider text not null,
  check((decided = 0) = (decider_kind = ''))
) strict;
create index rule_change_key on rule_change(key, id);
-- +goose StatementBegin
create trigger rule_change_update before update on rule_change when old.decided <> 0 begin
  select raise(abort, 'rule_change_append_only');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger rule_change_delete before delete on rule_change begin
  select raise(abort, 'rule_change_append_only');
end;
-- +goose StatementEnd

-- The rules in force. Each value is that of a decided change.
create table rule(
  key text primary key, value text not null, change int not null
) strict, without rowid;
-- +goose StatementBegin
create trigger rule_insert before insert on rule when not exists (
  select 1 from rule_change where id = new.change and key = new.key and after = new.value and decided <> 0
) begin
  select raise(abort, 'rule_undecided');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger rule_update before update on rule when new.key <> old.key or new.change <= old.change or not exists (
  select 1 from rule_change where id = new.change and key = new.key and after = new.value and decided <> 0
) begin
  select raise(abort, 'rule_undecided');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger rule_delete before delete on rule begin
  select raise(abort, 'rule_kept');
end;
-- +goose StatementEnd
