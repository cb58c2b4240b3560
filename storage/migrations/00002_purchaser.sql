-- +goose Up
-- A purchaser's page lists his own contracts.
create index contract_purchaser on contract(purchaser, changed desc);
