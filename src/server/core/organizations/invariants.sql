-- An organization cannot replace another organization. Without these triggers `insert or replace` and `update or
-- replace` would delete the other organization without running the delete triggers.
-- Test: src/server/features/organizations/former-slug-limit.test.ts
create trigger organizations_no_replace before insert on organizations
begin
  select raise(abort, 'UNIQUE constraint failed: organizations.slug')
  from organizations where slug = new.slug and id <> new.id;
  select raise(abort, 'LAST_ADMIN') from organizations where id = new.id;
end;

create trigger organizations_no_replace_update before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'UNIQUE constraint failed: organizations.slug') from organizations where slug = new.slug;
end;

-- For 90 days only the organization that gave up a slug can use this slug again, so that old URLs do not lead to
-- another organization.
-- Test: src/server/features/organizations/former-slug-limit.test.ts
create trigger organizations_slug_held_insert before insert on organizations
begin
  select raise(abort, 'SLUG_TAKEN')
  from former_slugs
  where slug = new.slug and org_id <> new.id and held_until > new.updated_at;
end;

create trigger organizations_slug_held_update before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'SLUG_TAKEN')
  from former_slugs
  where slug = new.slug and org_id <> new.id and held_until > new.updated_at;
end;

-- When an organization changes its slug, its former slug is reserved for 90 days. A slug that an organization takes is
-- deleted from the former slugs.
-- Test: src/server/features/organizations/former-slug-limit.test.ts
create trigger organizations_slug_moved after update of slug on organizations when new.slug <> old.slug
begin
  delete from former_slugs where slug = new.slug;
  insert or replace into former_slugs (slug, org_id, held_until)
  values (old.slug, old.id, new.updated_at + 7776000000);
end;

create trigger organizations_slug_taken after insert on organizations
begin
  delete from former_slugs where slug = new.slug;
end;

-- An organization reserves at most five former slugs at a time, because otherwise one user could reserve any number of
-- slugs by changing the slug of an organization.
-- Test: src/server/features/organizations/former-slug-limit.test.ts
create trigger organizations_slug_limit before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'SLUG_LIMIT')
  where (
    select count(*) from former_slugs
    where org_id = new.id and slug <> new.slug and held_until > new.updated_at) >= 5;
end;

-- An organization that is being purged cannot be restored, and only a deleted organization can be purged.
-- Test: src/server/features/organizations/purge.test.ts
create trigger organizations_stay_purging before update of purging_since, deleted_at on organizations
when (old.purging_since is not null and new.purging_since is null)
  or (new.purging_since is not null and new.deleted_at is null)
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND');
end;
