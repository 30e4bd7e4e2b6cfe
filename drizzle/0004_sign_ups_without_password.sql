PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`provider` text,
	`subject` text,
	`token_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_sign_ups`("id", "email", "name", "password_hash", "provider", "subject", "token_hash", "browser_hash", "expires_at", "created_at") SELECT "id", "email", "name", "password_hash", "provider", "subject", "token_hash", "browser_hash", "expires_at", "created_at" FROM `sign_ups`;--> statement-breakpoint
DROP TABLE `sign_ups`;--> statement-breakpoint
ALTER TABLE `__new_sign_ups` RENAME TO `sign_ups`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_token_hash_unique` ON `sign_ups` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ups_email` ON `sign_ups` (`email`);