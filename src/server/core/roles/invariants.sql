-- The id and the organization of a custom role cannot be changed, because members, invitations, invitation links,
-- domains and admin transfers refer to the role by its id.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_keep_id before update of org_id, id on roles when new.id <> old.id or new.org_id <> old.org_id
begin
  select raise(abort, 'A role keeps its id and its organization.');
end;

-- A new role cannot replace an existing role. Without this trigger `insert or replace` would delete the existing role
-- without running the delete triggers.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_no_replace before insert on roles
begin
  select raise(abort, 'UNIQUE constraint failed: roles.name_fold')
  from roles where org_id = new.org_id and (id = new.id or name_fold = new.name_fold);
end;

-- An organization has at most as many custom roles as its plan allows.
-- Test: src/server/features/limit-triggers.test.ts
create trigger roles_limit after insert on roles
begin
  select raise(abort, 'FEATURE_NOT_IN_PLAN')
  from organizations
  where id = new.org_id and role_limit is not null and role_limit < (select count(*) from roles where org_id = new.org_id);
end;
