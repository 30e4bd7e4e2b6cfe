import { integer } from "drizzle-orm/sqlite-core";

/** A column with a moment, in milliseconds since 1970 UTC. */
export const moment = (name: string) => integer(name, { mode: "number" });
