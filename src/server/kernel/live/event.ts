import { z } from "zod";
import { TOPIC_NAMES, type Topic } from "#shared/live";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";

const topic = z.enum(TOPIC_NAMES as [Topic, ...Topic[]]);

/** What instances tell each other: which pages to read anew and whose rights to look at, never what is in a row. */
export const liveEvent = z.discriminatedUnion("about", [
  z.strictObject({
    about: z.literal("organization"),
    orgId: z.string(),
    topics: z.array(topic),
    /** Whose access may have changed. */
    people: z.union([z.literal("all"), z.array(z.string())]),
  }),
  /** One of their sessions may have ended. */
  z.strictObject({ about: z.literal("person"), userId: z.string() }),
  /** Something may have been missed. */
  z.strictObject({ about: z.literal("everything") }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;

type Changed = Pick<UnitOfWork, "changes" | "signedOut">;
type OrganizationChanges = Parameters<
  Parameters<UnitOfWork["changes"]["forEach"]>[0]
>[0];

/** Where the topic is not called as the table is. */
const TOPIC_OF_TABLE: Record<string, Topic> = {
  organizations: "organization",
  logos: "organization",
  memberships: "members",
  invitation_links: "links",
  admin_transfers: "transfers",
  subscriptions: "billing",
};

/** On these every member's access depends: whether it is there at all, what it requires, what its roles grant. */
const ABOUT_EVERYBODY = new Set(["organizations", "roles"]);

/** One message per organization a mutation has changed, and one per person whose sessions it has ended. */
export function eventsOf({ changes, signedOut }: Changed): LiveEvent[] {
  return [
    ...[...changes].map(([orgId, rows]) => ({
      about: "organization" as const,
      orgId,
      topics: topicsOf(rows),
      people: peopleOf(rows),
    })),
    ...[...signedOut].map((userId) => ({ about: "person" as const, userId })),
  ];
}

function topicsOf(rows: OrganizationChanges): Topic[] {
  // Whatever is changed is in the log as well.
  return [...new Set<Topic>([...rows.map(topicOf), "audit"])];
}

/** A table that nobody named is part of the organization itself. */
function topicOf({ table }: OrganizationChanges[number]): Topic {
  const named = TOPIC_OF_TABLE[table] ?? table;
  return topic.safeParse(named).data ?? "organization";
}

function peopleOf(rows: OrganizationChanges): "all" | string[] {
  if (rows.some(({ table }) => ABOUT_EVERYBODY.has(table))) return "all";
  const people = rows
    .filter(({ table }) => table === "memberships")
    .flatMap(({ before, after }) => [before?.userId, after?.userId]);
  return [...new Set(people)].filter((id) => typeof id === "string");
}
