DROP INDEX `identities_subject`;--> statement-breakpoint
ALTER TABLE `identities` ADD `issuer` text;--> statement-breakpoint
CREATE UNIQUE INDEX `identities_issuer_subject` ON `identities` (`issuer`,`subject`);--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `issuer` text;