-- Guards are statements: a row "inserted" here with `ok` not true undoes the whole batch. `n` names the guard where a
-- driver reports no statement index.
create view must (ok, n) as select 1, 0;
--> statement-breakpoint
create trigger must_hold instead of insert on must when not coalesce(new.ok, 0)
begin
  select case new.n
    when -1 then raise(abort, 'must -1')
    when 0 then raise(abort, 'must 0')
    when 1 then raise(abort, 'must 1')
    when 2 then raise(abort, 'must 2')
    when 3 then raise(abort, 'must 3')
    when 4 then raise(abort, 'must 4')
    when 5 then raise(abort, 'must 5')
    when 6 then raise(abort, 'must 6')
    when 7 then raise(abort, 'must 7')
    when 8 then raise(abort, 'must 8')
    when 9 then raise(abort, 'must 9')
    when 10 then raise(abort, 'must 10')
    when 11 then raise(abort, 'must 11')
    when 12 then raise(abort, 'must 12')
    when 13 then raise(abort, 'must 13')
    when 14 then raise(abort, 'must 14')
    when 15 then raise(abort, 'must 15')
    when 16 then raise(abort, 'must 16')
    when 17 then raise(abort, 'must 17')
    when 18 then raise(abort, 'must 18')
    when 19 then raise(abort, 'must 19')
    when 20 then raise(abort, 'must 20')
    when 21 then raise(abort, 'must 21')
    when 22 then raise(abort, 'must 22')
    when 23 then raise(abort, 'must 23')
    when 24 then raise(abort, 'must 24')
    when 25 then raise(abort, 'must 25')
    when 26 then raise(abort, 'must 26')
    when 27 then raise(abort, 'must 27')
    when 28 then raise(abort, 'must 28')
    when 29 then raise(abort, 'must 29')
    when 30 then raise(abort, 'must 30')
    when 31 then raise(abort, 'must 31')
    when 32 then raise(abort, 'must 32')
    when 33 then raise(abort, 'must 33')
    when 34 then raise(abort, 'must 34')
    when 35 then raise(abort, 'must 35')
    when 36 then raise(abort, 'must 36')
    when 37 then raise(abort, 'must 37')
    when 38 then raise(abort, 'must 38')
    when 39 then raise(abort, 'must 39')
    when 40 then raise(abort, 'must 40')
    when 41 then raise(abort, 'must 41')
    when 42 then raise(abort, 'must 42')
    when 43 then raise(abort, 'must 43')
    when 44 then raise(abort, 'must 44')
    when 45 then raise(abort, 'must 45')
    when 46 then raise(abort, 'must 46')
    when 47 then raise(abort, 'must 47')
    when 48 then raise(abort, 'must 48')
    when 49 then raise(abort, 'must 49')
    when 50 then raise(abort, 'must 50')
    when 51 then raise(abort, 'must 51')
    when 52 then raise(abort, 'must 52')
    when 53 then raise(abort, 'must 53')
    when 54 then raise(abort, 'must 54')
    when 55 then raise(abort, 'must 55')
    when 56 then raise(abort, 'must 56')
    when 57 then raise(abort, 'must 57')
    when 58 then raise(abort, 'must 58')
    when 59 then raise(abort, 'must 59')
    when 60 then raise(abort, 'must 60')
    when 61 then raise(abort, 'must 61')
    when 62 then raise(abort, 'must 62')
    when 63 then raise(abort, 'must 63')
    else raise(abort, 'must') end;
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
create trigger memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = old.org_id)
    and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = old.org_id and member.role = 'admin' and users.suspended_at is null);
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
create trigger audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id)
begin
  select raise(abort, 'audit_log is append-only');
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
