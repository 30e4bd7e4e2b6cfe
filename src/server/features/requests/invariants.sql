-- Only members have requests: those of a user are deleted when the user leaves the organization.
-- Test: src/server/features/requests/request-triggers.test.ts
create trigger access_requests_end_with_membership after delete on memberships
begin
  delete from access_requests where org_id = old.org_id and user_id = old.user_id;
end;

create trigger access_requests_insert before insert on access_requests
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;

-- A request for a role ends when the role of the member changes, or when their custom role gets the permission. A
-- request for a seat ends when the member is no longer read-only.
-- Test: src/server/features/requests/request-triggers.test.ts
create trigger access_requests_end_with_role after update of role on memberships when new.role <> old.role
begin
  delete from access_requests where org_id = new.org_id and user_id = new.user_id and kind = 'role';
end;

create trigger access_requests_end_with_permission after update of permissions on roles
begin
  delete from access_requests
  where org_id = new.org_id and kind = 'role'
    and permission in (select value from json_each(new.permissions))
    and user_id in (select user_id from memberships where org_id = new.org_id and role = new.id);
end;

create trigger access_requests_end_with_seat after update of is_frozen on memberships
when old.is_frozen = 1 and new.is_frozen = 0
begin
  delete from access_requests where org_id = new.org_id and user_id = new.user_id and kind = 'seat';
end;
