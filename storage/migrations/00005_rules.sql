-- +goose Up
-- The texts people agreed to, by their hash: what was agreed to can be shown word for word.
create table consent_text(
  sha text primary key, text text not null, first int not null
) strict, without rowid;
-- +goose StatementBegin
create trigger consent_text_kept before delete on consent_text begin
  select raise(abort, 'consent_text_kept');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger consent_text_same before update on consent_text begin
  select raise(abort, 'consent_text_same');
end;
-- +goose StatementEnd

-- A corrected text begins a new round under the same number; the acts of the rounds before stay.
alter table contract add column round int not null default 0;
-- The contract that a void document voids.
alter table contract add column voids text not null default '';
-- Days before the end of the last warning that was given, 0 before the first.
alter table contract add column warned int not null default 0;
-- The second sealer who has confirmed.
alter table contract add column confirmed text not null default '';
alter table seal_op add column round int not null default 0;
drop index seal_op_once;
create unique index seal_op_once on seal_op(contract, act, round) where state <> 'aborted';
create index contract_voids on contract(voids) where voids <> '';
create index contract_received on contract(received_at);

-- Contracts are kept: whoever wants one gone takes this away first, and that shows.
-- +goose StatementBegin
create trigger contract_kept before delete on contract begin
  select raise(abort, 'contract_kept');
end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger revision_kept before delete on revision begin
  select raise(abort, 'revision_kept');
end;
-- +goose StatementEnd
