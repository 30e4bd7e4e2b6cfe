-- An event of the audit log can only be deleted in the purge of its organization, or after a checkpoint that covers
-- the event was stored.
-- Test: src/server/features/audit-log/append-only.test.ts
create trigger audit_log_no_delete before delete on audit_log
when exists (select 1 from organizations where id = old.org_id and purging_since is null)
  and not exists (select 1 from audit_checkpoints where org_id = old.org_id and seq >= old.seq)
begin
  select raise(abort, 'audit_log is append-only');
end;

-- The table audit_targets lists the rows that each event changed. For a membership it has the user, so that the events
-- of a member can also be found after they left and joined again.
-- Test: src/server/features/audit-log/targets.test.ts
create trigger audit_log_targets_insert after insert on audit_log
begin
  insert or ignore into audit_targets (org_id, target, seq)
  select new.org_id, iif(value ->> 'table' = 'memberships',
    coalesce(value ->> '$.after.userId', value ->> '$.before.userId'), value ->> 'id'), new.seq
  from json_each(new.changes) where value ->> 'id' <> '*';
end;

create trigger audit_log_targets_delete after delete on audit_log
begin
  delete from audit_targets
  where org_id = old.org_id and seq = old.seq and target in (
    select iif(value ->> 'table' = 'memberships',
      coalesce(value ->> '$.after.userId', value ->> '$.before.userId'), value ->> 'id')
    from json_each(old.changes));
end;
