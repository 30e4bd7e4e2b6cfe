CREATE TABLE `address_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_former_members` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text,
	`address_hash` text,
	`removed_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "former_members_remember" CHECK(user_id is not null or address_hash is not null)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_former_members`("org_id", "id", "user_id", "address_hash", "removed_at") SELECT "org_id", "id", "user_id", "address_hash", "removed_at" FROM `former_members`;--> statement-breakpoint
DROP TABLE `former_members`;--> statement-breakpoint
ALTER TABLE `__new_former_members` RENAME TO `former_members`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `former_members_org_user` ON `former_members` (`org_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `former_members_org_address` ON `former_members` (`org_id`,`address_hash`);--> statement-breakpoint
CREATE INDEX `former_members_user` ON `former_members` (`user_id`);--> statement-breakpoint
insert into address_keys (id, key) values ('former_members', lower(hex(randomblob(32))));
