-- Nobody takes a seat that is not there, by whatever path. A suspended member takes none.
create trigger memberships_seat_insert after insert on memberships when new.suspended_at is null
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats < (
    select count(*) from memberships where org_id = new.org_id and suspended_at is null);
end;
--> statement-breakpoint
create trigger memberships_seat_update after update of suspended_at on memberships
when new.suspended_at is null and old.suspended_at is not null
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats < (
    select count(*) from memberships where org_id = new.org_id and suspended_at is null);
end;
--> statement-breakpoint
-- A live invitation keeps a seat for whoever takes it.
create trigger invitations_seat_insert after insert on invitations when new.status = 'pending'
begin
  select raise(abort, 'SEAT_LIMIT')
  from organizations
  where id = new.org_id and seats is not null and seats <
    (select count(*) from memberships where org_id = new.org_id and suspended_at is null) +
    (select count(*) from invitations where org_id = new.org_id and status = 'pending' and expires_at > new.created_at);
end;
--> statement-breakpoint
-- One that is sent again may have run out, and its seat may be taken. It is valid for seven days from now on.
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
