-- The role of a service account is a built-in role or a custom role of the organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger service_accounts_role_insert before insert on service_accounts when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger service_accounts_role_update before update of role on service_accounts when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

-- A custom role cannot be deleted while a service account has it.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_in_use_by_service_accounts before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from service_accounts where org_id = old.org_id and role = old.id;
end;

-- An organization has at most as many service accounts as its plan allows.
-- Test: src/server/features/limit-triggers.test.ts
create trigger service_accounts_limit after insert on service_accounts
begin
  select raise(abort, 'FEATURE_NOT_IN_PLAN')
  from organizations
  where id = new.org_id and service_account_limit is not null
    and service_account_limit < (select count(*) from service_accounts where org_id = new.org_id);
end;

-- A service account has no steward any more when its steward leaves the organization. The steward is a member.
-- Test: src/server/core/api-keys/triggers.test.ts
create trigger service_accounts_lose_steward after delete on memberships
begin
  update service_accounts set steward_id = null where org_id = old.org_id and steward_id = old.user_id;
end;

create trigger service_accounts_steward_insert before insert on service_accounts when new.steward_id is not null
begin
  select raise(abort, 'STEWARD_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.steward_id);
end;

create trigger service_accounts_steward_update before update of steward_id on service_accounts when new.steward_id is not null
begin
  select raise(abort, 'STEWARD_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.steward_id);
end;
