-- An organization always has an admin who is suspended neither in the organization nor as a user. Only a purge may
-- delete the last admin, because it deletes members in portions.
-- Test: src/server/features/members/last-admin-trigger.test.ts
create trigger memberships_keep_admin_insert after insert on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = new.org_id) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = new.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;

create trigger memberships_keep_admin_update after update on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  from organizations
  where id in (old.org_id, new.org_id) and purging_since is null and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = organizations.id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;

create trigger memberships_keep_admin_delete after delete on memberships
begin
  select raise(abort, 'LAST_ADMIN')
  where exists (select 1 from organizations where id = old.org_id and purging_since is null) and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = old.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null);
end;

create trigger users_keep_admin after update of suspended_at on users when new.suspended_at is not null
begin
  select raise(abort, 'LAST_ADMIN')
  from memberships as mine
  where mine.user_id = new.id and mine.role = 'admin' and mine.suspended_at is null and not exists (
    select 1 from memberships as member join users on users.id = member.user_id
    where member.org_id = mine.org_id and member.role = 'admin' and member.suspended_at is null and users.suspended_at is null)
    and not exists (select 1 from organizations where id = mine.org_id and purging_since is not null);
end;

-- A member can become an admin only if the user's email address is verified. The founder of an organization is
-- inserted as an admin, and needs no verified address.
-- Test: src/server/features/accounts/provider-sign-in/unverified.test.ts
create trigger memberships_verified_admin before update of role on memberships
when new.role = 'admin' and old.role <> 'admin'
begin
  select raise(abort, 'ADMIN_NOT_VERIFIED')
  where exists (select 1 from users where id = new.user_id and email_verified_at is null);
end;

-- The role of a membership is a built-in role or a custom role of the organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger memberships_role_insert before insert on memberships when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger memberships_role_update before update of role on memberships when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

-- A custom role cannot be deleted while a member has it. A purge is the exception, because it deletes roles before
-- their organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_in_use_by_memberships before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from memberships where org_id = old.org_id and role = old.id;
end;

-- A new member needs a free seat. Suspended members take no seat.
-- Test: src/server/features/members/seats-trigger.test.ts
create trigger memberships_seat_insert after insert on memberships when new.suspended_at is null
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats < (
    select count(*) from memberships where org_id = new.org_id and suspended_at is null);
end;

-- If an organization has fewer seats than members, the members without a seat are read-only. The first seat goes to
-- the admin who joined first, the next seats to the members whom an admin chose, and the other seats to the members
-- who joined first.
-- Test: src/server/features/limit-triggers.test.ts
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

-- A seat that becomes free goes to the next read-only member. A purge gives no seats away, because it would read all
-- members for each member that it deletes.
-- Test: src/server/features/limit-triggers.test.ts
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

create trigger memberships_thaw_delete after delete on memberships
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
end;

-- A user keeps the moment at which they first joined an organization, also after they have left all organizations.
-- Test: src/server/features/accounts/sessions/context.test.ts
create trigger memberships_first_joined after insert on memberships
begin
  update users set first_joined_at = new.joined_at where id = new.user_id and first_joined_at is null;
end;

-- Every member has a row by which the list of people is sorted. Joining is the first activity of a member.
-- Test: src/server/features/people/sort.test.ts
create trigger memberships_people after insert on memberships
begin
  insert into people (org_id, id, name, last_active_at, has_two_factor)
  values (new.org_id, new.id, '', new.joined_at, exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id));
  update people set name = (select name from users where id = new.user_id) where org_id = new.org_id and id = new.id;
end;

-- The list of people is sorted by the present names of the members.
-- Test: src/server/features/people/sort.test.ts
create trigger users_people after update of name on users when new.name <> old.name
begin
  update people set name = new.name
  where (org_id, id) in (select org_id, id from memberships where user_id = new.id);
end;

-- Names are sorted without regard to accents and case. SQLite itself only knows the cases and the order of ASCII letters,
-- so each letter of the name is replaced. Accents that are stored as characters of their own are left out.
-- Test: src/server/features/people/sort.test.ts
create trigger people_sort_name after update of name on people
begin
  update people set sort_name = coalesce((
    select group_concat(lower(coalesce(nullif(substr(
      'aaaaaaaaaaaaaaaaaaaaccccccccccddddeeeeeeeeeeeeeeeeggggggggiiiiiiiiiiiiiiiikkllllllllnnnnnnnnoooooooooooooooooorrrrssssssssssssttttttuuuuuuuuuuuuuuuuuuuuyyyyzzzzzz',
      instr(
      'ÀàÁáÂâÃãÄäÅåĀāĂăĄąÆæÇçĆćĈĉĊċČčĎďĐđÈèÉéÊêËëĒēĖėĘęĚěĜĝĞğĠġĢģÌìÍíÎîÏïĨĩĪīĮįİıĶķĹĺĻļĽľŁłÑñŃńŅņŇňÒòÓóÔôÕõÖöØøŌōŐőŒœŔŕŘřŚśŜŝŞşŠšȘșẞßŢţŤťȚțÙùÚúÛûÜüŨũŪūŬŭŮůŰűŲųÝýŸÿŹźŻżŽž',
      letter), instr(
      'ÀàÁáÂâÃãÄäÅåĀāĂăĄąÆæÇçĆćĈĉĊċČčĎďĐđÈèÉéÊêËëĒēĖėĘęĚěĜĝĞğĠġĢģÌìÍíÎîÏïĨĩĪīĮįİıĶķĹĺĻļĽľŁłÑñŃńŅņŇňÒòÓóÔôÕõÖöØøŌōŐőŒœŔŕŘřŚśŜŝŞşŠšȘșẞßŢţŤťȚțÙùÚúÛûÜüŨũŪūŬŭŮůŰűŲųÝýŸÿŹźŻżŽž',
      letter) > 0), ''), letter)), '')
    from (
      select substr(new.name, place.value, 1) as letter from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100]') as place
      where place.value <= length(new.name))
    where unicode(letter) not between 768 and 879), '')
  where org_id = new.org_id and id = new.id;
end;

-- The list of people shows who has a second factor: a confirmed authenticator app or a passkey.
-- Test: src/server/features/people/two-factor.test.ts
create trigger totp_secrets_people_insert after insert on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;

create trigger totp_secrets_people_update after update of confirmed_at on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;

create trigger totp_secrets_people_delete after delete on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = old.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = old.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = old.user_id);
end;

create trigger passkeys_people_insert after insert on passkeys
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;

create trigger passkeys_people_delete after delete on passkeys
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = old.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = old.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = old.user_id);
end;
