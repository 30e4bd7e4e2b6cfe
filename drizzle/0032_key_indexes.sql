CREATE INDEX `api_keys_revoked` ON `api_keys` (`revoked_at`) WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX `api_keys_listed` ON `api_keys` (`org_id`,`id`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `api_usage_oldest` ON `api_usage` (`day`);