CREATE TABLE `project_favourites` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`project_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`project_id`) REFERENCES `projects`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `project_favourites_user` ON `project_favourites` (`user_id`,`org_id`,`project_id`);--> statement-breakpoint
CREATE INDEX `project_favourites_project` ON `project_favourites` (`org_id`,`project_id`);--> statement-breakpoint
CREATE TABLE `audit_targets` (
	`org_id` text NOT NULL,
	`target` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`org_id`, `target`, `seq`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT OR IGNORE INTO `audit_targets` (`org_id`, `target`, `seq`)
SELECT `org_id`, iif(`value` ->> 'table' = 'memberships',
  coalesce(`value` ->> '$.after.userId', `value` ->> '$.before.userId'), `value` ->> 'id'), `seq`
FROM `audit_log`, json_each(`changes`)
WHERE `value` ->> 'id' <> '*';
--> statement-breakpoint
ALTER TABLE `projects` ADD `owner_id` text REFERENCES `users`(`id`) ON DELETE SET NULL;--> statement-breakpoint
-- The creator becomes the owner if they are still a member.
UPDATE `projects` SET `owner_id` = `created_by`
WHERE EXISTS (SELECT 1 FROM `memberships` WHERE `org_id` = `projects`.`org_id` AND `user_id` = `projects`.`created_by`);
--> statement-breakpoint
CREATE INDEX `projects_owner` ON `projects` (`owner_id`,`org_id`,`id`);--> statement-breakpoint
CREATE INDEX `projects_name` ON `projects` (`org_id`,name collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `projects_updated` ON `projects` (`org_id`,`updated_at`,`id`);
--> statement-breakpoint
create trigger audit_log_targets_insert after insert on audit_log
begin
  insert or ignore into audit_targets (org_id, target, seq)
  select new.org_id, iif(value ->> 'table' = 'memberships',
    coalesce(value ->> '$.after.userId', value ->> '$.before.userId'), value ->> 'id'), new.seq
  from json_each(new.changes) where value ->> 'id' <> '*';
end;
--> statement-breakpoint
create trigger audit_log_targets_delete after delete on audit_log
begin
  delete from audit_targets
  where org_id = old.org_id and seq = old.seq and target in (
    select iif(value ->> 'table' = 'memberships',
      coalesce(value ->> '$.after.userId', value ->> '$.before.userId'), value ->> 'id')
    from json_each(old.changes));
end;
--> statement-breakpoint
create trigger projects_lose_owner after delete on memberships
begin
  update projects set owner_id = null where org_id = old.org_id and owner_id = old.user_id;
end;
--> statement-breakpoint
create trigger projects_owner_insert before insert on projects when new.owner_id is not null
begin
  select raise(abort, 'OWNER_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.owner_id);
end;
--> statement-breakpoint
create trigger projects_owner_update before update of owner_id on projects when new.owner_id is not null
begin
  select raise(abort, 'OWNER_NOT_MEMBER')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.owner_id);
end;
--> statement-breakpoint
create trigger project_favourites_end_with_membership after delete on memberships
begin
  delete from project_favourites where org_id = old.org_id and user_id = old.user_id;
end;
--> statement-breakpoint
create trigger project_favourites_insert before insert on project_favourites
begin
  select raise(abort, 'ORGANIZATION_NOT_FOUND')
  where not exists (select 1 from memberships where org_id = new.org_id and user_id = new.user_id);
end;
