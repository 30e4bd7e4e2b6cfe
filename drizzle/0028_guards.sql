drop trigger must_hold;
--> statement-breakpoint
drop trigger projects_frozen_stay;
--> statement-breakpoint
drop trigger memberships_end_offer_insert;
--> statement-breakpoint
drop trigger memberships_end_offer_update;
--> statement-breakpoint
drop trigger memberships_end_offer_delete;
--> statement-breakpoint
drop trigger memberships_first;
--> statement-breakpoint
drop trigger roles_in_use;
--> statement-breakpoint
drop view must;
--> statement-breakpoint
create view guard (ok) as select 1;
--> statement-breakpoint
create trigger guard_holds instead of insert on guard when not coalesce(new.ok, 0)
begin
  select raise(abort, 'guard');
end;
--> statement-breakpoint
create trigger roles_in_use_by_memberships before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from memberships where org_id = old.org_id and role = old.id;
end;
--> statement-breakpoint
create trigger memberships_first_joined after insert on memberships
begin
  update users set first_joined_at = new.joined_at where id = new.user_id and first_joined_at is null;
end;
--> statement-breakpoint
create trigger roles_in_use_by_admin_transfers before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from admin_transfers where org_id = old.org_id and role_after = old.id and status = 'pending';
end;
--> statement-breakpoint
create trigger memberships_cancel_transfer_insert after insert on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = new.org_id and status = 'pending' and not (
    exists (select 1 from memberships where org_id = new.org_id and user_id = from_user_id and role = 'admin')
    and exists (select 1 from memberships where org_id = new.org_id and user_id = to_user_id and role <> 'admin'));
end;
--> statement-breakpoint
create trigger memberships_cancel_transfer_update after update of org_id, user_id, role on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id in (old.org_id, new.org_id) and status = 'pending' and not (
    exists (select 1 from memberships as sender
      where sender.org_id = admin_transfers.org_id and sender.user_id = from_user_id and sender.role = 'admin')
    and exists (select 1 from memberships as recipient
      where recipient.org_id = admin_transfers.org_id and recipient.user_id = to_user_id and recipient.role <> 'admin'));
end;
--> statement-breakpoint
create trigger memberships_cancel_transfer_delete after delete on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = old.org_id and status = 'pending' and old.user_id in (from_user_id, to_user_id);
end;
--> statement-breakpoint
create trigger roles_in_use_by_domains before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from domains where org_id = old.org_id and role = old.id;
end;
--> statement-breakpoint
create trigger roles_in_use_by_invitations before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from invitations where org_id = old.org_id and role = old.id and status = 'pending';
end;
--> statement-breakpoint
create trigger roles_in_use_by_invitation_links before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from invitation_links where org_id = old.org_id and role = old.id and revoked_at is null;
end;
--> statement-breakpoint
create trigger projects_frozen_read_only before update of name, description, status on projects when old.is_frozen = 1
begin
  select raise(abort, 'PROJECT_LIMIT');
end;
