-- +goose Up
create index contract_expires on contract(expires_at) where expires_at > 0;
