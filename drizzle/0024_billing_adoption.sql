CREATE TABLE `billing_adoption` (
	`id` integer PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`adopted_at` integer NOT NULL,
	CONSTRAINT "billing_adoption_one" CHECK("billing_adoption"."id" = 1)
) STRICT;
