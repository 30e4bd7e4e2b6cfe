CREATE TABLE `people` (
	`org_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text DEFAULT '' NOT NULL,
	`last_active_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `id`),
	FOREIGN KEY (`org_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`id`) REFERENCES `memberships`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`org_id`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `people_last_active` ON `people` (`org_id`,`last_active_at`,`id`);--> statement-breakpoint
DROP INDEX `projects_created_by`;--> statement-breakpoint
CREATE INDEX `projects_created_by` ON `projects` (`created_by`,`org_id`);--> statement-breakpoint
CREATE INDEX `invitations_accepted_by` ON `invitations` (`org_id`,`accepted_by`) WHERE accepted_by is not null;
--> statement-breakpoint
create trigger memberships_people after insert on memberships
begin
  insert into people (org_id, id, name, last_active_at) values (new.org_id, new.id, '', new.joined_at);
  update people set name = (select name from users where id = new.user_id) where org_id = new.org_id and id = new.id;
end;
--> statement-breakpoint
create trigger users_people after update of name on users when new.name <> old.name
begin
  update people set name = new.name
  where (org_id, id) in (select org_id, id from memberships where user_id = new.id);
end;
--> statement-breakpoint
create trigger people_sort_name after update of name on people
begin
  update people set sort_name = coalesce((
    select group_concat(lower(coalesce(nullif(substr(
      'aaaaaaaaaaaaaaaaaaaaccccccccccddddeeeeeeeeeeeeeeeeggggggggiiiiiiiiiiiiiiiikkllllllllnnnnnnnnoooooooooooooooooorrrrssssssssssssttttttuuuuuuuuuuuuuuuuuuuuyyyyzzzzzz',
      instr(
      'ÀàÁáÂâÃãÄäÅåĀāĂăĄąÆæÇçĆćĈĉĊċČčĎďĐđÈèÉéÊêËëĒēĖėĘęĚěĜĝĞğĠġĢģÌìÍíÎîÏïĨĩĪīĮįİıĶķĹĺĻļĽľŁłÑñŃńŅņŇňÒòÓóÔôÕõÖöØøŌōŐőŒœŔŕŘřŚśŜŝŞşŠšȘșẞßŢţŤťȚțÙùÚúÛûÜüŨũŪūŬŭŮůŰűŲųÝýŸÿŹźŻżŽž',
      letter), instr(
      'ÀàÁáÂâÃãÄäÅåĀāĂăĄąÆæÇçĆćĈĉĊċČčĎďĐđÈèÉéÊêËëĒēĖėĘęĚěĜĝĞğĠġĢģÌìÍíÎîÏïĨĩĪīĮįİıĶķĹĺĻļĽľŁłÑñŃńŅņŇňÒòÓóÔôÕõÖöØøŌōŐőŒœŔŕŘřŚśŜŝŞşŠšȘșẞßŢţŤťȚțÙùÚúÛûÜüŨũŪūŬŭŮůŰűŲųÝýŸÿŹźŻżŽž',
      letter) > 0), ''), letter)), '')
    from (
      select substr(new.name, place.value, 1) as letter from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100]') as place
      where place.value <= length(new.name))
    where unicode(letter) not between 768 and 879), '')
  where org_id = new.org_id and id = new.id;
end;

--> statement-breakpoint
-- What members changed in a session was their last activity that is known.
insert into people (org_id, id, name, last_active_at)
select org_id, id, '', max(joined_at, coalesce((
  select at from audit_log
  where audit_log.org_id = memberships.org_id and actor_id = memberships.user_id and actor_kind = 'user'
  order by at desc limit 1), 0))
from memberships;
--> statement-breakpoint
update people set name = (
  select users.name from memberships join users on users.id = memberships.user_id
  where memberships.org_id = people.org_id and memberships.id = people.id);
