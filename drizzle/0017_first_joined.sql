ALTER TABLE `users` ADD `first_joined_at` integer;--> statement-breakpoint
create trigger memberships_first after insert on memberships begin
  update users set first_joined_at = new.joined_at where id = new.user_id and first_joined_at is null;
end;
--> statement-breakpoint
-- Where no membership is left, the account's own beginning stands for the moment that is not known.
update users set first_joined_at = coalesce(
  (select min(joined_at) from memberships where user_id = users.id),
  (select min(removed_at) from former_members where user_id = users.id),
  case when active_org_id is not null then created_at end);
