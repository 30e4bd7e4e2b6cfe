ALTER TABLE `organizations` ADD `purging_since` integer;--> statement-breakpoint
-- An organization is purged in portions: its last admin, its log and its roles go before its own row does.
DROP TRIGGER memberships_keep_admin_update;--> statement-breakpoint
CREATE TRIGGER memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  from organizations
  where id in (old.org_id, new.org_id) and purging_since is null and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = organizations.id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;--> statement-breakpoint
DROP TRIGGER memberships_keep_admin_delete;--> statement-breakpoint
CREATE TRIGGER memberships_keep_admin_delete after delete on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = old.org_id and purging_since is null) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = old.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;--> statement-breakpoint
DROP TRIGGER users_keep_admin;--> statement-breakpoint
CREATE TRIGGER users_keep_admin after update of suspended_at on users when new.suspended_at is not null
begin
  select raise(abort, 'LAST_ADMIN')
  from memberships as mine
  where mine.user_id = new.id and mine.role = 'admin' and mine.suspended_at is null and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = mine.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null)
    and not exists (select 1 from organizations where id = mine.org_id and purging_since is not null);
end;--> statement-breakpoint
DROP TRIGGER audit_log_no_delete;--> statement-breakpoint
CREATE TRIGGER audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
  and not exists (select 1 from audit_checkpoints where org_id = old.org_id and seq >= old.seq)
begin
  select raise(abort, 'audit_log is append-only');
end;--> statement-breakpoint
DROP TRIGGER roles_in_use;--> statement-breakpoint
CREATE TRIGGER roles_in_use before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE')
  where exists (select 1 from memberships where org_id = old.org_id and role = old.id)
    or exists (select 1 from invitations where org_id = old.org_id and role = old.id and status = 'pending')
    or exists (select 1 from invitation_links where org_id = old.org_id and role = old.id and revoked_at is null)
    or exists (select 1 from domains where org_id = old.org_id and role = old.id)
    or exists (select 1 from admin_transfers where org_id = old.org_id and role_after = old.id and status = 'pending');
end;--> statement-breakpoint
-- Nobody needs a seat there any more; giving each free one away would read all members once per member.
DROP TRIGGER memberships_thaw_delete;--> statement-breakpoint
CREATE TRIGGER memberships_thaw_delete after delete on memberships
when exists (select 1 from memberships where org_id = old.org_id and is_frozen = 1)
  and exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  update memberships set is_frozen = 1 - is_frozen
  where org_id = old.org_id and is_frozen = (suspended_at is not null or id in (
    select id from memberships where org_id = old.org_id and suspended_at is null
    order by id = (
      select id from memberships where org_id = old.org_id and suspended_at is null and role = 'admin' order by joined_at, id limit 1
    ) desc, keeps_seat desc, joined_at, id
    limit coalesce((select max(seats, 1) from organizations where id = old.org_id), -1)));
end;--> statement-breakpoint
DROP TRIGGER projects_thaw;--> statement-breakpoint
CREATE TRIGGER projects_thaw after delete on projects
when old.is_frozen = 0 and exists (select 1 from projects where org_id = old.org_id and is_frozen = 1)
  and exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  update projects set is_frozen = 0
  where org_id = old.org_id and id = (select id from projects where org_id = old.org_id and is_frozen = 1 order by id limit 1);
end;--> statement-breakpoint
-- What is being purged comes back by no path, and only what is hidden is purged.
CREATE TRIGGER organizations_stay_purging before update of purging_since, deleted_at on organizations
when (old.purging_since is not null and new.purging_since is null)
  or (new.purging_since is not null and new.deleted_at is null)
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND');
end;
