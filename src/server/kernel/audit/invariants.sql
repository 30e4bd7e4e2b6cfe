-- An event of the audit log is never changed.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_update before update on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;

-- A new event cannot replace an existing event. Without this trigger `insert or replace` would delete the existing
-- event without running the delete triggers.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_replace before insert on audit_log
begin
  select raise(abort, 'audit_log is append-only')
  from audit_log
  where org_id = new.org_id and seq = new.seq;
end;
