-- +goose Up
-- A key signs once: it is made for one act and destroyed with its signature.
alter table signing_key add column until int not null default 0;
alter table signing_key add column destroyed int not null default 0;
-- Keys that were kept for a person or company are let go of, but for those an act under way still needs.
update signing_key set private = x'', destroyed = cast(unixepoch('subsec') * 1000000 as int)
where id not in (select key_id from seal_op where state in ('reserved', 'prepared', 'keyuse'));
