-- An event of the audit log can only be deleted in the purge of its organization, or after a checkpoint that covers
-- the event was stored.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
  and not exists (select 1 from audit_checkpoints where org_id = old.org_id and seq >= old.seq)
begin
  select raise(abort, 'audit_log is append-only');
end;
