CREATE TABLE `domains` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`domain` text NOT NULL,
	`challenge` text NOT NULL,
	`verified_at` integer,
	`checked_at` integer,
	`role` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `domains_org_domain` ON `domains` (`org_id`,`domain`);--> statement-breakpoint
CREATE UNIQUE INDEX `domains_verified` ON `domains` (`domain`) WHERE verified_at is not null;--> statement-breakpoint
CREATE INDEX `domains_created_by` ON `domains` (`created_by`);--> statement-breakpoint
CREATE TABLE `invitation_links` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`max_uses` integer,
	`uses` integer DEFAULT 0 NOT NULL,
	`domains` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "invitation_links_uses" CHECK("invitation_links"."max_uses" is null or "invitation_links"."uses" <= "invitation_links"."max_uses")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_links_token_hash_unique` ON `invitation_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_links_created_by` ON `invitation_links` (`created_by`);--> statement-breakpoint
CREATE TABLE `former_members` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`removed_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `former_members_org_user` ON `former_members` (`org_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `former_members_user` ON `former_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `logos` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`image` blob NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `logos_org` ON `logos` (`org_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `logos_id` ON `logos` (`id`);--> statement-breakpoint
CREATE TABLE `roles` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_fold` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`based_on` text NOT NULL,
	`permissions` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_name` ON `roles` (`org_id`,`name_fold`);--> statement-breakpoint
CREATE TABLE `admin_transfers` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`from_user_id` text NOT NULL,
	`to_user_id` text NOT NULL,
	`role_after` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `admin_transfers_pending` ON `admin_transfers` (`org_id`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `admin_transfers_from` ON `admin_transfers` (`from_user_id`);--> statement-breakpoint
CREATE INDEX `admin_transfers_to` ON `admin_transfers` (`to_user_id`);--> statement-breakpoint
ALTER TABLE `memberships` ADD `suspended_at` integer;--> statement-breakpoint
CREATE INDEX `memberships_role` ON `memberships` (`org_id`,`role`,`id`);