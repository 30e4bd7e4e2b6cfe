drop trigger memberships_people;
--> statement-breakpoint
ALTER TABLE `people` ADD `has_two_factor` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `people_without_two_factor` ON `people` (`org_id`) WHERE has_two_factor = 0;--> statement-breakpoint
CREATE INDEX `memberships_suspended` ON `memberships` (`org_id`,`id`) WHERE suspended_at is not null;
--> statement-breakpoint
create trigger memberships_people after insert on memberships
begin
  insert into people (org_id, id, name, last_active_at, has_two_factor)
  values (new.org_id, new.id, '', new.joined_at, exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id));
  update people set name = (select name from users where id = new.user_id) where org_id = new.org_id and id = new.id;
end;
--> statement-breakpoint
create trigger totp_secrets_people_insert after insert on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;
--> statement-breakpoint
create trigger totp_secrets_people_update after update of confirmed_at on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;
--> statement-breakpoint
create trigger totp_secrets_people_delete after delete on totp_secrets
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = old.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = old.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = old.user_id);
end;
--> statement-breakpoint
create trigger passkeys_people_insert after insert on passkeys
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = new.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = new.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = new.user_id);
end;
--> statement-breakpoint
create trigger passkeys_people_delete after delete on passkeys
begin
  update people set has_two_factor = exists (select 1 from totp_secrets where user_id = old.user_id and confirmed_at is not null)
    or exists (select 1 from passkeys where user_id = old.user_id)
  where (org_id, id) in (select org_id, id from memberships where user_id = old.user_id);
end;
--> statement-breakpoint
update people set has_two_factor = 1 where (org_id, id) in (
  select org_id, id from memberships
  where user_id in (select user_id from totp_secrets where confirmed_at is not null)
    or user_id in (select user_id from passkeys));
