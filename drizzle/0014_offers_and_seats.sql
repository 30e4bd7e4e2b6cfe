-- An offer of an admin role ends for good when its giver is no admin any more, or when its recipient leaves or becomes an
-- admin. A suspension changes neither: the offer waits for its end. The insert covers "or replace", which deletes a
-- membership without its delete triggers.
create trigger memberships_end_offer_insert after insert on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = new.org_id and status = 'pending' and not (
    exists (select 1 from memberships where org_id = new.org_id and user_id = from_user_id and role = 'admin')
    and exists (select 1 from memberships where org_id = new.org_id and user_id = to_user_id and role <> 'admin'));
end;
--> statement-breakpoint
create trigger memberships_end_offer_update after update of org_id, user_id, role on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id in (old.org_id, new.org_id) and status = 'pending' and not (
    exists (select 1 from memberships as giver
      where giver.org_id = admin_transfers.org_id and giver.user_id = from_user_id and giver.role = 'admin')
    and exists (select 1 from memberships as recipient
      where recipient.org_id = admin_transfers.org_id and recipient.user_id = to_user_id and recipient.role <> 'admin'));
end;
--> statement-breakpoint
create trigger memberships_end_offer_delete after delete on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = old.org_id and status = 'pending' and old.user_id in (from_user_id, to_user_id);
end;
--> statement-breakpoint
-- Offers that were left pending before these triggers.
update admin_transfers set status = 'cancelled'
where status = 'pending' and not (
  exists (select 1 from memberships as giver
    where giver.org_id = admin_transfers.org_id and giver.user_id = from_user_id and giver.role = 'admin')
  and exists (select 1 from memberships as recipient
    where recipient.org_id = admin_transfers.org_id and recipient.user_id = to_user_id and recipient.role <> 'admin'));
--> statement-breakpoint
-- A member who is reactivated, or moved here, takes no seat that a live invitation to another address holds. The row has no
-- time of the change, so the database's clock says which invitations are live.
drop trigger memberships_seat_update;
--> statement-breakpoint
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
--> statement-breakpoint
-- An invitation that becomes pending again, or is moved here, holds a seat while it is live.
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
