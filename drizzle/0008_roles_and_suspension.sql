-- A suspended admin is none: they cannot sign in to the organization.
drop trigger memberships_keep_admin_insert;
--> statement-breakpoint
drop trigger memberships_keep_admin_update;
--> statement-breakpoint
drop trigger memberships_keep_admin_delete;
--> statement-breakpoint
drop trigger users_keep_admin;
--> statement-breakpoint
create trigger memberships_keep_admin_insert after insert on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = new.org_id) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = new.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;
--> statement-breakpoint
-- A member who moves here may push somebody out, too.
create trigger memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  from organizations
  where id in (old.org_id, new.org_id) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = organizations.id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;
--> statement-breakpoint
create trigger memberships_keep_admin_delete after delete on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = old.org_id) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = old.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;
--> statement-breakpoint
create trigger users_keep_admin after update of suspended_at on users when new.suspended_at is not null
begin
  select raise(abort, 'LAST_ADMIN')
  from memberships as mine
  where mine.user_id = new.id and mine.role = 'admin' and mine.suspended_at is null and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = mine.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;
--> statement-breakpoint
-- Whatever names a role names one that is there.
create trigger memberships_role_insert before insert on memberships when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger memberships_role_update before update of role on memberships when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger invitations_role_insert before insert on invitations when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger invitations_role_update before update of role on invitations when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger invitation_links_role_insert before insert on invitation_links when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger invitation_links_role_update before update of role on invitation_links when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger domains_role_insert before insert on domains when new.role is not null and new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger domains_role_update before update of role on domains when new.role is not null and new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger admin_transfers_role_insert before insert on admin_transfers when new.role_after not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role_after);
end;
--> statement-breakpoint
create trigger admin_transfers_role_update before update of role_after on admin_transfers when new.role_after not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role_after);
end;
--> statement-breakpoint
-- A role goes only when nobody has it, or is about to have it.
create trigger roles_in_use before delete on roles when exists (select 1 from organizations where id = old.org_id)
begin
  select raise(abort, 'ROLE_IN_USE')
  where exists (select 1 from memberships where org_id = old.org_id and role = old.id)
    or exists (select 1 from invitations where org_id = old.org_id and role = old.id and status = 'pending')
    or exists (select 1 from invitation_links where org_id = old.org_id and role = old.id and revoked_at is null)
    or exists (select 1 from domains where org_id = old.org_id and role = old.id)
    or exists (select 1 from admin_transfers where org_id = old.org_id and role_after = old.id and status = 'pending');
end;
--> statement-breakpoint
-- A role stays the one it is: those who have it are found by its id.
create trigger roles_keep_id before update of org_id, id on roles when new.id <> old.id or new.org_id <> old.org_id
begin
  select raise(abort, 'A role keeps its id and its organization.');
end;
--> statement-breakpoint
-- "or replace" deletes rows without their delete triggers: what stands in the way is refused before.
create trigger roles_no_replace before insert on roles
begin
  select raise(abort, 'UNIQUE constraint failed: roles.name_fold')
  from roles where org_id = new.org_id and (id = new.id or name_fold = new.name_fold);
end;
