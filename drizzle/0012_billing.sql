CREATE TABLE `fake_customers` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`card` text,
	`card_works` integer DEFAULT false NOT NULL,
	`clock_ahead` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fake_customers_key` ON `fake_customers` (`key`);--> statement-breakpoint
CREATE TABLE `fake_invoices` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`number` text NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `fake_customers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `fake_invoices_customer` ON `fake_invoices` (`customer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `fake_invoices_number` ON `fake_invoices` (`number`);--> statement-breakpoint
CREATE TABLE `fake_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`key` text,
	`plan` text NOT NULL,
	`interval` text NOT NULL,
	`seats` integer NOT NULL,
	`status` text NOT NULL,
	`trial_ends_at` integer,
	`period_starts_at` integer NOT NULL,
	`period_ends_at` integer NOT NULL,
	`cancels_at_period_end` integer DEFAULT false NOT NULL,
	`past_due_since` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`carried_over` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `fake_customers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `fake_subscriptions_customer` ON `fake_subscriptions` (`customer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `fake_subscriptions_key` ON `fake_subscriptions` (`key`);--> statement-breakpoint
CREATE TABLE `fake_visits` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text NOT NULL,
	`plan` text,
	`interval` text,
	`seats` integer,
	`return_url` text NOT NULL,
	`expires_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `fake_customers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `fake_visits_customer` ON `fake_visits` (`customer_id`);--> statement-breakpoint
CREATE TABLE `billing_events` (
	`provider` text NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `billing_events_received` ON `billing_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`provider` text NOT NULL,
	`customer_id` text NOT NULL,
	`subscription_id` text,
	`plan` text,
	`interval` text,
	`seats` integer,
	`status` text,
	`period_ends_at` integer,
	`trial_ends_at` integer,
	`cancels_at_period_end` integer DEFAULT false NOT NULL,
	`past_due_since` integer,
	`trial_used_at` integer,
	`version` integer DEFAULT 0 NOT NULL,
	`read_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_org` ON `subscriptions` (`org_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_customer` ON `subscriptions` (`provider`,`customer_id`);--> statement-breakpoint
CREATE INDEX `subscriptions_read` ON `subscriptions` (`read_at`);--> statement-breakpoint
ALTER TABLE `memberships` ADD `is_frozen` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `keeps_seat` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `memberships_frozen` ON `memberships` (`org_id`) WHERE is_frozen = 1;--> statement-breakpoint
ALTER TABLE `organizations` ADD `project_limit` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `role_limit` integer;--> statement-breakpoint
ALTER TABLE `projects` ADD `is_frozen` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `projects_frozen` ON `projects` (`org_id`) WHERE is_frozen = 1;