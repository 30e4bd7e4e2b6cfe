ALTER TABLE `invitations` ADD `not_sent_at` integer;--> statement-breakpoint
CREATE INDEX `invitations_id` ON `invitations` (`id`);--> statement-breakpoint
-- The list of invitations shows that a mail was given up, unless a newer mail of the same invitation still waits.
create trigger outbox_invitation_failed after update of failed_at on outbox
when new.failed_at is not null and old.failed_at is null and new.topic = 'mail' and new.subject like 'invitation:%'
begin
  update invitations set not_sent_at = new.failed_at
  where id = substr(new.subject, length('invitation:') + 1) and not exists (
    select 1 from outbox
    where subject = new.subject and id > new.id and done_at is null and failed_at is null);
end;
