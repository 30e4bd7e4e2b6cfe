ALTER TABLE `users` ADD `email_verified_at` integer;--> statement-breakpoint
-- Accounts that GitHub alone vouched for when they were made have to confirm their address once.
update users set email_verified_at = created_at where not exists (
  select 1 from identities where user_id = users.id and provider = 'github' and created_at = users.created_at);
--> statement-breakpoint
-- The admin role is given to those alone whose mailbox is proven, by whatever path. The founder of an organization is
-- given nothing of others, and its membership is inserted.
create trigger memberships_verified_admin before update of role on memberships
when new.role = 'admin' and old.role <> 'admin'
begin
  select raise(abort, 'ADMIN_NOT_VERIFIED')
  where exists (select 1 from users where id = new.user_id and email_verified_at is null);
end;
