CREATE TABLE `access_requests` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`permission` text,
	`private_message` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_requests_member` ON `access_requests` (`org_id`,`user_id`,`kind`);--> statement-breakpoint
CREATE INDEX `access_requests_user` ON `access_requests` (`user_id`);
--> statement-breakpoint
create trigger access_requests_end_with_membership after delete on memberships
begin
  delete from access_requests where org_id = old.org_id and user_id = old.user_id;
end;
--> statement-breakpoint
create trigger access_requests_insert before insert on access_requests
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;
--> statement-breakpoint
create trigger access_requests_end_with_role after update of role on memberships when new.role <> old.role
begin
  delete from access_requests where org_id = new.org_id and user_id = new.user_id and kind = 'role';
end;
--> statement-breakpoint
create trigger access_requests_end_with_permission after update of permissions on roles
begin
  delete from access_requests
  where org_id = new.org_id and kind = 'role'
    and permission in (select value from json_each(new.permissions))
    and user_id in (select user_id from memberships where org_id = new.org_id and role = new.id);
end;
--> statement-breakpoint
create trigger access_requests_end_with_seat after update of is_frozen on memberships
when old.is_frozen = 1 and new.is_frozen = 0
begin
  delete from access_requests where org_id = new.org_id and user_id = new.user_id and kind = 'seat';
end;
