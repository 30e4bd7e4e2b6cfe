drop trigger users_end_sign_ups_insert;
--> statement-breakpoint
drop trigger users_end_sign_ups_update;
--> statement-breakpoint
drop trigger users_end_sign_ups_delete;
--> statement-breakpoint
alter table sessions rename column expires_at to idle_expires_at;
--> statement-breakpoint
alter table sessions rename column ends_at to absolute_expires_at;
--> statement-breakpoint
alter table subscriptions rename column read_at to synced_at;
--> statement-breakpoint
drop index subscriptions_read;
--> statement-breakpoint
create index subscriptions_synced on subscriptions (synced_at);
--> statement-breakpoint
alter table organizations rename column two_factor_from to two_factor_required_from;
--> statement-breakpoint
alter table organizations rename column audit_days to audit_retention_days;
--> statement-breakpoint
alter table organizations rename column audit_days_next to next_audit_retention_days;
--> statement-breakpoint
alter table organizations rename column audit_lowers_at to next_audit_retention_from;
--> statement-breakpoint
alter table organizations rename column audit_told_at to audit_notice_sent_at;
--> statement-breakpoint
alter table idempotency_keys rename column answer to response;
--> statement-breakpoint
alter table mailbox_proofs rename to email_verifications;
--> statement-breakpoint
drop index mailbox_proofs_browser_hash_unique;
--> statement-breakpoint
create unique index email_verifications_browser_hash_unique on email_verifications (browser_hash);
--> statement-breakpoint
drop index mailbox_proofs_email;
--> statement-breakpoint
create index email_verifications_email on email_verifications (email);
--> statement-breakpoint
create trigger users_end_sign_ups_insert after insert on users
begin
  delete from sign_ups where email = new.email;
  delete from email_verifications where email = new.email;
end;
--> statement-breakpoint
create trigger users_end_sign_ups_update after update of email on users
begin
  delete from sign_ups where email in (old.email, new.email);
  delete from email_verifications where email in (old.email, new.email);
end;
--> statement-breakpoint
create trigger users_end_sign_ups_delete after delete on users
begin
  delete from sign_ups where email = old.email;
  delete from email_verifications where email = old.email;
end;
