import { TOPIC_NAMES, type Topic } from "#shared/live";
import type { Change, UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { LiveEvent } from "#server/kernel/live/event";

/** The topic of each table whose name is not itself the name of a topic. */
const TOPIC_OF_TABLE: Record<string, Topic> = {
  organizations: "organization",
  logos: "organization",
  memberships: "members",
  invitation_links: "links",
  admin_transfers: "transfers",
  access_requests: "requests",
  api_keys: "apiKeys",
  service_accounts: "apiKeys",
  subscriptions: "billing",
};

/** A change in one of these tables can change the access of every member. */
const ABOUT_ALL_MEMBERS = new Set(["organizations", "roles"]);

/**
 * Returns one live event for each organization that the mutation changed, and one for each user whose sessions the
 * mutation ended.
 */
export function eventsOf({
  changes,
  signedOut,
}: Pick<UnitOfWork, "changes" | "signedOut">): LiveEvent[] {
  return [
    ...[...changes].map(([orgId, rows]) => ({
      about: "organization" as const,
      orgId,
      topics: topicsOf(rows),
      people: callersAffectedBy(rows),
    })),
    ...[...signedOut].map((userId) => ({ about: "person" as const, userId })),
  ];
}

/**
 * Returns the topics of the changed rows. They include `audit`, because every change also adds an event to the audit
 * log.
 */
function topicsOf(rows: readonly Change[]): Topic[] {
  return [...new Set<Topic>([...rows.map(topicOf), "audit"])];
}

/** Returns the topic of a changed row. A table without a topic has the topic `organization`. */
function topicOf({ table }: Change): Topic {
  const name = TOPIC_OF_TABLE[table] ?? table;
  return TOPIC_NAMES.find((topic) => topic === name) ?? "organization";
}

/** The columns that name the user or the service account whose access a change of the table can affect. */
const NAMES_CALLER: Record<string, readonly string[]> = {
  memberships: ["userId"],
  api_keys: ["userId", "serviceAccountId"],
  service_accounts: ["id"],
};

/** Returns the users and the service accounts whose access may have changed. */
function callersAffectedBy(rows: readonly Change[]): "all" | string[] {
  if (rows.some(({ table }) => ABOUT_ALL_MEMBERS.has(table))) return "all";
  const callers = rows.flatMap(({ table, before, after }) =>
    (NAMES_CALLER[table] ?? []).flatMap((column) => [
      before?.[column],
      after?.[column],
    ]),
  );
  return [...new Set(callers)].filter((id) => typeof id === "string");
}
