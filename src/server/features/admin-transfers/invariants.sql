-- The role that the former admin gets after a transfer is a built-in role or a custom role of the organization.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger admin_transfers_role_insert before insert on admin_transfers when new.role_after not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role_after);
end;

create trigger admin_transfers_role_update before update of role_after on admin_transfers when new.role_after not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role_after);
end;

-- A custom role cannot be deleted while the former admin would get it in a pending transfer.
-- Test: src/server/features/roles/role-triggers.test.ts
create trigger roles_in_use_by_admin_transfers before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from admin_transfers where org_id = old.org_id and role_after = old.id and status = 'pending';
end;

-- A pending admin transfer is cancelled when its sender is no longer an admin, or when its recipient leaves or becomes
-- an admin; a suspension does not cancel it. The insert trigger is needed because `insert or replace` deletes a
-- membership without running the delete triggers.
-- Test: src/server/features/admin-transfers/transfer-trigger.test.ts
create trigger memberships_cancel_transfer_insert after insert on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = new.org_id and status = 'pending' and not (
    exists (select 1 from memberships where org_id = new.org_id and user_id = from_user_id and role = 'admin')
    and exists (select 1 from memberships where org_id = new.org_id and user_id = to_user_id and role <> 'admin'));
end;

create trigger memberships_cancel_transfer_update after update of org_id, user_id, role on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id in (old.org_id, new.org_id) and status = 'pending' and not (
    exists (select 1 from memberships as sender
      where sender.org_id = admin_transfers.org_id and sender.user_id = from_user_id and sender.role = 'admin')
    and exists (select 1 from memberships as recipient
      where recipient.org_id = admin_transfers.org_id and recipient.user_id = to_user_id and recipient.role <> 'admin'));
end;

create trigger memberships_cancel_transfer_delete after delete on memberships
begin
  update admin_transfers set status = 'cancelled'
  where org_id = old.org_id and status = 'pending' and old.user_id in (from_user_id, to_user_id);
end;
