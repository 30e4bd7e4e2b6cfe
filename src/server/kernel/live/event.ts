import { z } from "zod";
import { TOPIC_NAMES, type Topic } from "#shared/live";

const topic = z.enum(TOPIC_NAMES as [Topic, ...Topic[]]);

/**
 * A message in which instances report a change to each other. It names the data to read again and the users whose
 * access to check, and never contains the data itself.
 */
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
  /** Events may have been missed, so pages must read all their data again. */
  z.strictObject({ about: z.literal("everything") }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;
