import { integer, text } from "drizzle-orm/sqlite-core";

/** The tenant key: every table that carries it belongs to one organization, row by row. */
export const orgColumn = () => text("org_id").notNull();

/** A moment, in milliseconds since 1970 UTC. */
export const moment = (name: string) => integer(name, { mode: "number" });
