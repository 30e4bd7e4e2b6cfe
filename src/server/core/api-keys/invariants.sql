-- A personal API key is revoked when its owner leaves the organization, and stays revoked when the user joins again.
-- Test: src/server/core/api-keys/triggers.test.ts
create trigger api_keys_end_with_membership after delete on memberships
begin
  update api_keys set revoked_at = cast(unixepoch('subsec') * 1000 as integer)
  where user_id = old.user_id and org_id = old.org_id and revoked_at is null;
end;

-- A revoked API key never becomes valid again.
-- Test: src/server/core/api-keys/triggers.test.ts
create trigger api_keys_stay_revoked before update of revoked_at on api_keys
when old.revoked_at is not null and new.revoked_at is not old.revoked_at
begin
  select raise(abort, 'An API key stays revoked.');
end;

-- An API key keeps its id, its organization and its owner.
-- Test: src/server/core/api-keys/triggers.test.ts
create trigger api_keys_keep_owner before update of org_id, id, user_id, service_account_id on api_keys
when new.org_id <> old.org_id or new.id <> old.id
  or new.user_id is not old.user_id or new.service_account_id is not old.service_account_id
begin
  select raise(abort, 'An API key keeps its id, its organization and its owner.');
end;

-- A new API key cannot replace an existing key, and a personal API key belongs to a member.
-- Test: src/server/core/api-keys/triggers.test.ts
create trigger api_keys_insert before insert on api_keys
begin
  select raise(abort, 'UNIQUE constraint failed: api_keys.id') from api_keys where id = new.id;
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where new.user_id is not null
    and not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;
