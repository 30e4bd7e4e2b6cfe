-- An organization has at most as many projects as its plan allows. The trigger stops counting one row beyond the
-- limit, so that the cost of an insert does not grow with the number of projects.
-- Test: src/server/features/limit-triggers.test.ts
create trigger projects_limit after insert on projects
begin
  select raise(abort, 'PROJECT_LIMIT')
  from organizations
  where id = new.org_id and project_limit is not null and project_limit < (
    select count(*) from (
      select 1 from projects where org_id = new.org_id
      limit (select project_limit + 1 from organizations where id = new.org_id)));
end;

-- If an organization has more projects than its plan allows, the newest projects are read-only. When another project
-- is deleted, the oldest read-only project can be changed again.
-- Test: src/server/features/limit-triggers.test.ts
create trigger organizations_freeze_projects after update of project_limit on organizations
when new.project_limit is not old.project_limit
begin
  update projects set is_frozen = 1 - is_frozen
  where org_id = new.id and is_frozen = (id in (
    select id from projects where org_id = new.id order by id limit coalesce(new.project_limit, -1)));
end;

create trigger projects_thaw after delete on projects
when old.is_frozen = 0 and exists (select 1 from projects where org_id = old.org_id and is_frozen = 1)
  and exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  update projects set is_frozen = 0
  where org_id = old.org_id and id = (select id from projects where org_id = old.org_id and is_frozen = 1 order by id limit 1);
end;

-- The name, description and status of a read-only project cannot be changed.
-- Test: src/server/features/limit-triggers.test.ts
create trigger projects_frozen_read_only before update of name, description, status on projects when old.is_frozen = 1
begin
  select raise(abort, 'PROJECT_LIMIT');
end;

-- The owner of a project is a member. A project has no owner any more when its owner leaves the organization.
-- Test: src/server/features/projects/owner.test.ts
create trigger projects_lose_owner after delete on memberships
begin
  update projects set owner_id = null where org_id = old.org_id and owner_id = old.user_id;
end;

create trigger projects_owner_insert before insert on projects when new.owner_id is not null
begin
  select raise(abort, 'OWNER_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.owner_id);
end;

create trigger projects_owner_update before update of owner_id on projects when new.owner_id is not null
begin
  select raise(abort, 'OWNER_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.owner_id);
end;

-- Only members have favourites: those of a user are deleted when the user leaves the organization.
-- Test: src/server/features/projects/owner.test.ts
create trigger project_favourites_end_with_membership after delete on memberships
begin
  delete from project_favourites where org_id = old.org_id and user_id = old.user_id;
end;

create trigger project_favourites_insert before insert on project_favourites
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;
