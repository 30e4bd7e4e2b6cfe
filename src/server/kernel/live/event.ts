import { z } from "zod";
import { TOPIC_NAMES, type Topic } from "#shared/live";

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
