-- An insert into this view aborts the batch unless `ok` is true. A unit of work checks its conditions with such
-- inserts.
-- Test: src/server/kernel/db/unit-of-work.test.ts
create view guard (ok) as select 1;

create trigger guard_holds instead of insert on guard when not coalesce(new.ok, 0)
begin
  select raise(abort, 'guard');
end;
