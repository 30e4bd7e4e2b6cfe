ALTER TABLE `outbox` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `failure` text;--> statement-breakpoint
CREATE INDEX `outbox_failed` ON `outbox` (`failed_at`) WHERE failed_at is not null;--> statement-breakpoint
-- Waiting mails from before this version may carry a token; none of those lives longer than the seven days of an invitation.
UPDATE `outbox` SET `expires_at` = `created_at` + 604800000 WHERE `topic` IN ('mail', 'decoy') AND `done_at` IS NULL AND `failed_at` IS NULL;--> statement-breakpoint
UPDATE `outbox` SET `failure` = 'exhausted', `payload` = NULL WHERE `failed_at` IS NOT NULL;
