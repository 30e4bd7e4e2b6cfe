CREATE TABLE `demo_customers` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`account` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `demo_customers_key` ON `demo_customers` (`key`);--> statement-breakpoint
INSERT INTO `demo_customers` (`id`, `key`, `version`, `account`, `created_at`)
SELECT c.id, c.key, c.version, json_object(
	'customer', json_object(
		'id', c.id, 'request', NULL, 'name', c.name, 'email', c.email,
		'card', json(CASE WHEN c.card IS NOT NULL
			THEN json_object('last4', c.card, 'works', json(iif(c.card_works, 'true', 'false'))) END),
		'clockAhead', c.clock_ahead,
		'balance', (SELECT coalesce(sum(carried_over), 0) FROM fake_subscriptions WHERE customer_id = c.id),
		'createdAt', c.created_at),
	'subscriptions', json((SELECT json_group_array(json_object(
		'id', id, 'request', NULL, 'plan', plan, 'interval', interval, 'seats', seats, 'status', status,
		'trialEndsAt', trial_ends_at, 'periodStartsAt', period_starts_at, 'periodEndsAt', period_ends_at,
		'cancelsAtPeriodEnd', json(iif(cancels_at_period_end, 'true', 'false')), 'pastDueSince', past_due_since,
		'attempts', attempts, 'createdAt', created_at))
		FROM (SELECT * FROM fake_subscriptions WHERE customer_id = c.id ORDER BY created_at, id))),
	'invoices', json((SELECT json_group_array(json_object(
		'id', id, 'customerId', customer_id, 'subscriptionId', subscription_id, 'number', number,
		'status', status, 'total', total, 'createdAt', created_at))
		FROM (SELECT * FROM fake_invoices WHERE customer_id = c.id ORDER BY number))),
	'sessions', json('[]')), c.created_at
FROM `fake_customers` AS c;--> statement-breakpoint
UPDATE `outbox` SET `topic` = 'demoStripeEvent' WHERE `topic` = 'fakeBilling';--> statement-breakpoint
DROP TABLE `fake_visits`;--> statement-breakpoint
DROP TABLE `fake_invoices`;--> statement-breakpoint
DROP TABLE `fake_subscriptions`;--> statement-breakpoint
DROP TABLE `fake_customers`;
