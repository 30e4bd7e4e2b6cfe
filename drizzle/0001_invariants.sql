-- Guards are statements: a row "inserted" here with `ok` not true undoes the whole batch.
create view must (ok) as select 1;
--> statement-breakpoint
create trigger must_hold instead of insert on must when not coalesce(new.ok, 0)
begin
  select raise(abort, 'must');
end;
--> statement-breakpoint
-- An organization always has an admin who can sign in, whoever writes and by whatever path.
create trigger memberships_keep_admin_insert after insert on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = new.org_id)
    and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = new.org_id and member.role = 'admin' and users.suspended_at is null);
end;
--> statement-breakpoint
-- A member who moves here may push somebody out, too.
create trigger memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  from organizations
  where id in (old.org_id, new.org_id) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = organizations.id and member.role = 'admin' and users.suspended_at is null);
end;
--> statement-breakpoint
create trigger memberships_keep_admin_delete after delete on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = old.org_id)
    and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = old.org_id and member.role = 'admin' and users.suspended_at is null);
end;
--> statement-breakpoint
create trigger users_keep_admin after update of suspended_at on users when new.suspended_at is not null
begin
  select raise(abort, 'LAST_ADMIN')
  from memberships as mine
  where mine.user_id = new.id and mine.role = 'admin' and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = mine.org_id and member.role = 'admin' and users.suspended_at is null);
end;
--> statement-breakpoint
-- What happened stays as it was written. Rows go only with their organization.
create trigger audit_log_no_update before update on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;
--> statement-breakpoint
-- "or replace" deletes rows without their delete triggers: what stands in the way is refused before.
create trigger audit_log_no_replace before insert on audit_log
begin
  select raise(abort, 'audit_log is append-only')
  from audit_log
  where org_id = new.org_id and (id = new.id or seq = new.seq);
end;
--> statement-breakpoint
create trigger audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id)
begin
  select raise(abort, 'audit_log is append-only');
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
-- A former slug leads to its organization for 90 days; nobody else may take it before.
create trigger organizations_slug_held_insert before insert on organizations
begin
  select raise(abort, 'SLUG_TAKEN')
  from former_slugs
  where slug = new.slug and org_id <> new.id and held_until > new.updated_at;
end;
--> statement-breakpoint
create trigger organizations_slug_held_update before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'SLUG_TAKEN')
  from former_slugs
  where slug = new.slug and org_id <> new.id and held_until > new.updated_at;
end;
--> statement-breakpoint
create trigger organizations_slug_taken after insert on organizations
begin
  delete from former_slugs where slug = new.slug;
end;
--> statement-breakpoint
create trigger organizations_slug_moved after update of slug on organizations when new.slug <> old.slug
begin
  delete from former_slugs where slug = new.slug;
  insert or replace into former_slugs (slug, org_id, held_until)
  values (old.slug, old.id, new.updated_at + 7776000000);
end;
