-- +goose Up
-- Offers from their arrival on: what was listed is kept in the transaction that moves the cursor of the list on. The fields
-- hold phones; they are sealed under a key of the offer's own, which is destroyed when the offer is settled.
create table offer(
  id text primary key, no text not null, same blob not null, fields blob not null, source text not null, received int not null,
  state text not null, code text not null, detail text not null, reason text not null, sha text not null, tries int not null,
  told int not null, instead text not null, changed int not null,
  -- where an item without a usable number stood in the list, and the hash of the item
  place int not null, cursor text not null, item text not null, item_sha text not null
) strict;
create index offer_no on offer(no, state);
create index offer_open on offer(state, received) where state in ('waiting', 'refused', 'differs');
create index offer_item on offer(item_sha) where item_sha <> '';
