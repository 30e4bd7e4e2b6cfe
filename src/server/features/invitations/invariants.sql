-- A pending invitation holds a seat until it expires.
-- Test: src/server/features/members/seats-trigger.test.ts
create trigger invitations_seat_insert after insert on invitations when new.status = 'pending'
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats <
    (select count(*) from memberships where org_id = new.org_id and suspended_at is null) +
    (select count(*) from invitations where org_id = new.org_id and status = 'pending' and expires_at > new.created_at);
end;

-- An invitation that is sent again needs a free seat, because it may have expired and its seat may be taken. The
-- moment of the update is seven days (604800000 ms) before the new expiry.
-- Test: src/server/features/members/seats-trigger.test.ts
create trigger invitations_seat_update after update of expires_at on invitations
when new.status = 'pending' and new.expires_at > old.expires_at
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats <
    (select count(*) from memberships where org_id = new.org_id and suspended_at is null) +
    (select count(*) from invitations
      where org_id = new.org_id and status = 'pending' and expires_at > new.expires_at - 604800000);
end;

-- An invitation that becomes pending again, or moves to another organization, needs a free seat if it has not expired.
-- Test: src/server/features/members/seats-trigger.test.ts
create trigger invitations_seat_pending after update of org_id, status on invitations
when new.status = 'pending' and (old.status <> 'pending' or new.org_id <> old.org_id)
  and new.expires_at > unixepoch() * 1000
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats <
    (select count(*) from memberships where org_id = new.org_id and suspended_at is null) +
    (select count(*) from invitations
      where org_id = new.org_id and status = 'pending' and expires_at > unixepoch() * 1000);
end;

-- A member who is reactivated, or moves to another organization, needs a seat that no valid invitation to another
-- address holds. The clock of the database decides which invitations are valid, because a membership does not store
-- the moment of this change.
-- Test: src/server/features/members/seats-trigger.test.ts
create trigger memberships_seat_update after update of org_id, suspended_at on memberships
when new.suspended_at is null and (old.suspended_at is not null or new.org_id <> old.org_id)
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats <
    (select count(*) from memberships where org_id = new.org_id and suspended_at is null) +
    (select count(*) from invitations
      where org_id = new.org_id and status = 'pending' and expires_at > unixepoch() * 1000
        and email <> (select email from users where id = new.user_id));
end;

-- The role of an invitation or an invitation link is a built-in role or a custom role of the organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger invitations_role_insert before insert on invitations when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger invitations_role_update before update of role on invitations when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger invitation_links_role_insert before insert on invitation_links when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

create trigger invitation_links_role_update before update of role on invitation_links when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;

-- A custom role cannot be deleted while it is granted by a pending invitation, or by an invitation link that is not
-- revoked.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_in_use_by_invitations before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from invitations where org_id = old.org_id and role = old.id and status = 'pending';
end;

create trigger roles_in_use_by_invitation_links before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from invitation_links where org_id = old.org_id and role = old.id and revoked_at is null;
end;

-- When the outbox gives up the mail of an invitation, the invitation is marked as not sent, unless a newer mail of the
-- same invitation is still waiting.
-- Test: src/server/kernel/mail/delivery.test.ts
create trigger outbox_invitation_failed after update of failed_at on outbox
when new.failed_at is not null and old.failed_at is null and new.topic = 'mail' and new.subject like 'invitation:%'
begin
  update invitations set not_sent_at = new.failed_at
  where id = substr(new.subject, length('invitation:') + 1) and not exists (
    select 1 from outbox
    where subject = new.subject and id > new.id and done_at is null and failed_at is null);
end;
