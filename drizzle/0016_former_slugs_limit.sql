-- An organization holds at most five former slugs. Otherwise one account could hold any number of addresses by renaming.
create trigger organizations_slug_limit before update of slug on organizations when new.slug <> old.slug
begin
  select raise(abort, 'SLUG_LIMIT')
  where (
    select count(*) from former_slugs
    where org_id = new.id and slug <> new.slug and held_until > new.updated_at) >= 5;
end;
