CREATE TABLE `api_keys` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`user_id` text,
	`service_account_id` text,
	`scopes` text NOT NULL,
	`last4` text NOT NULL,
	`secret_hash` text NOT NULL,
	`previous_hash` text,
	`grace_until` integer,
	`lifetime_days` integer,
	`expires_at` integer,
	`expiry_notice_days` integer,
	`last_used_at` integer,
	`issued_by` text,
	`issuer_notice_sent_at` integer,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`org_id`,`service_account_id`) REFERENCES `service_accounts`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "api_keys_one_owner" CHECK((user_id is null) <> (service_account_id is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_id` ON `api_keys` (`id`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`,`org_id`);--> statement-breakpoint
CREATE INDEX `api_keys_service_account` ON `api_keys` (`org_id`,`service_account_id`);--> statement-breakpoint
CREATE INDEX `api_keys_issued_by` ON `api_keys` (`issued_by`);--> statement-breakpoint
CREATE INDEX `api_keys_expiring` ON `api_keys` (`expires_at`) WHERE revoked_at is null and expires_at is not null;--> statement-breakpoint
CREATE TABLE `service_accounts` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`role` text NOT NULL,
	`steward_id` text,
	`steward_notice_sent_at` integer,
	`suspended_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`steward_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `service_accounts_role` ON `service_accounts` (`org_id`,`role`);--> statement-breakpoint
CREATE INDEX `service_accounts_steward` ON `service_accounts` (`steward_id`);--> statement-breakpoint
CREATE TABLE `api_usage` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`key_id` text NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`writes` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `api_usage_day` ON `api_usage` (`org_id`,`day`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `service_account_limit` integer;--> statement-breakpoint
UPDATE `organizations` SET `service_account_limit` = CASE `plan` WHEN 'free' THEN 2 WHEN 'team' THEN 20 ELSE 100 END
WHERE `role_limit` IS NOT NULL;--> statement-breakpoint
-- The permission to see API keys becomes the permission to have personal keys, for roles that manage all keys.
UPDATE `roles` SET `permissions` = (
  SELECT json_group_array(CASE value WHEN 'apiKey:read' THEN 'apiKey:own' ELSE value END)
  FROM json_each(`roles`.`permissions`)
  WHERE value <> 'apiKey:read' OR `roles`.`permissions` LIKE '%"apiKey:manage"%'
)
WHERE `permissions` LIKE '%"apiKey:read"%';--> statement-breakpoint
ALTER TABLE `invitations` ADD `invited_by_account` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `created_by_account` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `actor_key_id` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `actor_steward_id` text;
--> statement-breakpoint
create trigger api_keys_end_with_membership after delete on memberships
begin
  update api_keys set revoked_at = cast(unixepoch('subsec') * 1000 as integer)
  where user_id = old.user_id and org_id = old.org_id and revoked_at is null;
end;
--> statement-breakpoint
create trigger api_keys_stay_revoked before update of revoked_at on api_keys
when old.revoked_at is not null and new.revoked_at is not old.revoked_at
begin
  select raise(abort, 'An API key stays revoked.');
end;
--> statement-breakpoint
create trigger api_keys_keep_owner before update of org_id, id, user_id, service_account_id on api_keys
when new.org_id <> old.org_id or new.id <> old.id
  or new.user_id is not old.user_id or new.service_account_id is not old.service_account_id
begin
  select raise(abort, 'An API key keeps its id, its organization and its owner.');
end;
--> statement-breakpoint
create trigger api_keys_insert before insert on api_keys
begin
  select raise(abort, 'UNIQUE constraint failed: api_keys.id') from api_keys where id = new.id;
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where new.user_id is not null
    and not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;
--> statement-breakpoint
create trigger service_accounts_role_insert before insert on service_accounts when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger service_accounts_role_update before update of role on service_accounts when new.role not in ('admin', 'member', 'viewer')
begin
  select raise(abort, 'ROLE_NOT_FOUND')
  where not exists (select 1 from roles where org_id = new.org_id and id = new.role);
end;
--> statement-breakpoint
create trigger roles_in_use_by_service_accounts before delete on roles
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
begin
  select raise(abort, 'ROLE_IN_USE') from service_accounts where org_id = old.org_id and role = old.id;
end;
--> statement-breakpoint
create trigger service_accounts_limit after insert on service_accounts
begin
  select raise(abort, 'FEATURE_NOT_IN_PLAN')
  from organizations
  where id = new.org_id and service_account_limit is not null
    and service_account_limit < (select count(*) from service_accounts where org_id = new.org_id);
end;
--> statement-breakpoint
create trigger service_accounts_lose_steward after delete on memberships
begin
  update service_accounts set steward_id = null where org_id = old.org_id and steward_id = old.user_id;
end;
--> statement-breakpoint
create trigger service_accounts_steward_insert before insert on service_accounts when new.steward_id is not null
begin
  select raise(abort, 'STEWARD_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.steward_id);
end;
--> statement-breakpoint
create trigger service_accounts_steward_update before update of steward_id on service_accounts when new.steward_id is not null
begin
  select raise(abort, 'STEWARD_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.steward_id);
end;
