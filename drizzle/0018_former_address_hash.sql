ALTER TABLE `former_members` ADD `address_hash` text;--> statement-breakpoint
CREATE INDEX `former_members_org_address` ON `former_members` (`org_id`,`address_hash`);