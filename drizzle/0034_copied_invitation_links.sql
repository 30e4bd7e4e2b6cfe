ALTER TABLE `invitations` ADD `copied_token_hash` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `link_copied_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `private_message` text;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_copied_token` ON `invitations` (`copied_token_hash`) WHERE copied_token_hash is not null;