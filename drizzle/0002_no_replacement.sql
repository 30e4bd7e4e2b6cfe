CREATE INDEX `invitations_invited_by` ON `invitations` (`invited_by`);
--> statement-breakpoint
-- "or replace" deletes rows without their delete triggers: what stands in the way is refused before.
create trigger audit_log_no_replace before insert on audit_log
begin
  select raise(abort, 'audit_log is append-only')
  from audit_log
  where org_id = new.org_id and (id = new.id or seq = new.seq);
end;
--> statement-breakpoint
create trigger organizations_no_replace before insert on organizations
begin
  select raise(abort, 'UNIQUE constraint failed: organizations.slug')
  from organizations where slug = new.slug and id <> new.id;
  select raise(abort, 'LAST_ADMIN') from organizations where id = new.id;
end;
--> statement-breakpoint
create trigger organizations_no_replace_update before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'UNIQUE constraint failed: organizations.slug') from organizations where slug = new.slug;
end;
--> statement-breakpoint
-- A member who moves here may push somebody out, too.
drop trigger memberships_keep_admin_update;
--> statement-breakpoint
create trigger memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  from organizations
  where id in (old.org_id, new.org_id)
    and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = organizations.id and member.role = 'admin' and users.suspended_at is null);
end;
