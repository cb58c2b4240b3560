-- +goose Up
-- The people stand in what a search looks at behind what they are.
update contract set search = search || char(10) || '甲方履约代表' || a_person where a_person <> '';
update contract set search = search || char(10) || '乙方履约代表' || b_person where b_person <> '';
