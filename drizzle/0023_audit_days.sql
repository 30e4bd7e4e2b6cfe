ALTER TABLE `organizations` ADD `audit_days` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `audit_days_next` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `audit_lowers_at` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `audit_told_at` integer;
--> statement-breakpoint
-- As long as the plan of the moment kept the log until now. An organization without a number of seats has no limits: it was
-- made where no payments are taken, and its log has no end.
UPDATE `organizations` SET `audit_days` = CASE `plan` WHEN 'free' THEN 90 WHEN 'team' THEN 730 ELSE 2555 END
WHERE `seats` IS NOT NULL;
