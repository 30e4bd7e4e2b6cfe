-- Members beyond the seats may only read, the newest first. Whom an admin chose keeps a seat before others do, and one
-- admin always does: the one who was there first.
create trigger organizations_freeze_members after update of seats on organizations when new.seats is not old.seats
begin
  update memberships set is_frozen = 1 - is_frozen
  where org_id = new.id and is_frozen = (suspended_at is not null or id in (
    select id from memberships where org_id = new.id and suspended_at is null
    order by id = (
      select id from memberships where org_id = new.id and suspended_at is null and role = 'admin' order by joined_at, id limit 1
    ) desc, keeps_seat desc, joined_at, id
    limit coalesce(max(new.seats, 1), -1)));
end;
--> statement-breakpoint
-- A seat that comes free is for the next of them; so it is when another one is chosen, or becomes the first admin.
create trigger memberships_thaw_update after update of suspended_at, role, keeps_seat, joined_at on memberships
when exists (select 1 from memberships where org_id = new.org_id and is_frozen = 1)
begin
  update memberships set is_frozen = 1 - is_frozen
  where org_id = new.org_id and is_frozen = (suspended_at is not null or id in (
    select id from memberships where org_id = new.org_id and suspended_at is null
    order by id = (
      select id from memberships where org_id = new.org_id and suspended_at is null and role = 'admin' order by joined_at, id limit 1
    ) desc, keeps_seat desc, joined_at, id
    limit coalesce((select max(seats, 1) from organizations where id = new.org_id), -1)));
end;
--> statement-breakpoint
create trigger memberships_thaw_delete after delete on memberships
when exists (select 1 from memberships where org_id = old.org_id and is_frozen = 1)
begin
  update memberships set is_frozen = 1 - is_frozen
  where org_id = old.org_id and is_frozen = (suspended_at is not null or id in (
    select id from memberships where org_id = old.org_id and suspended_at is null
    order by id = (
      select id from memberships where org_id = old.org_id and suspended_at is null and role = 'admin' order by joined_at, id limit 1
    ) desc, keeps_seat desc, joined_at, id
    limit coalesce((select max(seats, 1) from organizations where id = old.org_id), -1)));
end;
--> statement-breakpoint
-- Nobody makes a project that there is no room for. Only as many are counted as there may be.
create trigger projects_limit after insert on projects
begin
  select raise(abort, 'PROJECT_LIMIT')
  from organizations
  where id = new.org_id and project_limit is not null and project_limit < (
    select count(*) from (
      select 1 from projects where org_id = new.org_id
      limit (select project_limit + 1 from organizations where id = new.org_id)));
end;
--> statement-breakpoint
-- The newest projects beyond the limit can only be read.
create trigger organizations_freeze_projects after update of project_limit on organizations
when new.project_limit is not old.project_limit
begin
  update projects set is_frozen = 1 - is_frozen
  where org_id = new.id and is_frozen = (id in (
    select id from projects where org_id = new.id order by id limit coalesce(new.project_limit, -1)));
end;
--> statement-breakpoint
create trigger projects_thaw after delete on projects
when old.is_frozen = 0 and exists (select 1 from projects where org_id = old.org_id and is_frozen = 1)
begin
  update projects set is_frozen = 0
  where org_id = old.org_id and id = (select id from projects where org_id = old.org_id and is_frozen = 1 order by id limit 1);
end;
--> statement-breakpoint
create trigger projects_frozen_stay before update of name, description, status on projects when old.is_frozen = 1
begin
  select raise(abort, 'PROJECT_LIMIT');
end;
--> statement-breakpoint
create trigger roles_limit after insert on roles
begin
  select raise(abort, 'FEATURE_NOT_IN_PLAN')
  from organizations
  where id = new.org_id and role_limit is not null and role_limit < (select count(*) from roles where org_id = new.org_id);
end;
