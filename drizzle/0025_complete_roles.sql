-- Roles from before get what their rights need to work (`withNeeded` in src/shared/permissions.ts): who manages something can also see it.
update roles set permissions = (
  select json_group_array(permission) from (
    select value as permission from json_each(roles.permissions)
    union
    select substr(value, 1, instr(value, ':')) || 'read' from json_each(roles.permissions) where value <> 'member:leave'
    union
    select 'member:read' from json_each(roles.permissions) where value like 'invitation:%'
  )
)
where exists (
  select 1 from json_each(roles.permissions) as held
  where (held.value <> 'member:leave'
      and substr(held.value, 1, instr(held.value, ':')) || 'read' not in (select value from json_each(roles.permissions)))
    or (held.value like 'invitation:%' and 'member:read' not in (select value from json_each(roles.permissions)))
);
