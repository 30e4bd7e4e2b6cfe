-- An event of the audit log is never changed.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_update before update on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;

-- `insert or replace` deletes a row without running its delete triggers. A sequence number that is in use is refused
-- before.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_replace before insert on audit_log
begin
  select raise(abort, 'audit_log is append-only')
  from audit_log
  where org_id = new.org_id and seq = new.seq;
end;
