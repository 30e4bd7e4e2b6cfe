DROP TRIGGER `audit_log_no_update`;--> statement-breakpoint
DROP TRIGGER `audit_log_no_replace`;--> statement-breakpoint
DROP TRIGGER `audit_log_no_delete`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit_log` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text,
	`changes` text NOT NULL,
	`request_id` text,
	`address` text,
	`hash` text,
	PRIMARY KEY(`org_id`, `seq`)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_audit_log`("org_id", "id", "seq", "at", "action", "actor_kind", "actor_id", "actor_name", "changes", "request_id", "address", "hash") SELECT "org_id", "id", "seq", "at", "action", "actor_kind", "actor_id", "actor_name", "changes", "request_id", "address", "hash" FROM `audit_log`;--> statement-breakpoint
DROP TABLE `audit_log`;--> statement-breakpoint
ALTER TABLE `__new_audit_log` RENAME TO `audit_log`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`org_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`org_id`,`action`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`org_id`,`actor_id`,`at`,`seq`);--> statement-breakpoint
CREATE TRIGGER audit_log_no_update before update on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;--> statement-breakpoint
CREATE TRIGGER audit_log_no_replace before insert on audit_log
begin
  select raise(abort, 'audit_log is append-only')
  from audit_log
  where org_id = new.org_id and seq = new.seq;
end;--> statement-breakpoint
-- What a signed checkpoint stands for may go as well.
CREATE TRIGGER audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id)
  and not exists (select 1 from audit_checkpoints where org_id = old.org_id and seq >= old.seq)
begin
  select raise(abort, 'audit_log is append-only');
end;