CREATE TABLE `mailbox_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mailbox_proofs_browser_hash_unique` ON `mailbox_proofs` (`browser_hash`);--> statement-breakpoint
CREATE INDEX `mailbox_proofs_email` ON `mailbox_proofs` (`email`);--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `user_agent` text;--> statement-breakpoint
-- Once an address has an account, nothing that was begun for it before leads to another one.
create trigger users_end_sign_ups_insert after insert on users
begin
  delete from sign_ups where email = new.email;
  delete from mailbox_proofs where email = new.email;
end;
--> statement-breakpoint
create trigger users_end_sign_ups_update after update of email on users
begin
  delete from sign_ups where email in (old.email, new.email);
  delete from mailbox_proofs where email in (old.email, new.email);
end;
--> statement-breakpoint
create trigger users_end_sign_ups_delete after delete on users
begin
  delete from sign_ups where email = old.email;
  delete from mailbox_proofs where email = old.email;
end;
