-- The role that a domain grants to new members is a built-in role or a custom role of the organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger domains_role_insert before insert on domains when new.role is not null and new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger domains_role_update before update of role on domains when new.role is not null and new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

-- A custom role cannot be deleted while a domain grants it to new members.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_in_use_by_domains before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from domains where org_id = old.org_id and role = old.id;
end;
