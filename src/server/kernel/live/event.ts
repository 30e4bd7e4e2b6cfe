import { z } from "zod";
import { TOPIC_NAMES, type Topic } from "#shared/live";

const topic = z.enum(TOPIC_NAMES as [Topic, ...Topic[]]);

/** A change that instances report to each other: which data to read again and whose access to check, never the data itself. */
export const liveEvent = z.discriminatedUnion("about", [
  z.strictObject({
    about: z.literal("organization"),
    orgId: z.string(),
    topics: z.array(topic),
    /** The users whose access may have changed. */
    people: z.union([z.literal("all"), z.array(z.string())]),
  }),
  /** A session of the user may have ended. */
  z.strictObject({ about: z.literal("person"), userId: z.string() }),
  /** Events may have been missed. */
  z.strictObject({ about: z.literal("everything") }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;
