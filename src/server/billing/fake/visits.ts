import { and, eq, gt, isNull } from "drizzle-orm";
import { hashToken, newToken } from "../../crypto";
import type { Database } from "../../db/client";
import { insertStatement } from "../../db/statement";
import type { Purchase } from "../provider";
import { fakeVisits } from "./schema";

const VALID_MS = 60 * 60 * 1000;

export type Visit = typeof fakeVisits.$inferSelect;

type Wanted = Pick<Visit, "customerId" | "returnUrl"> &
  ({ kind: "portal" } | ({ kind: "checkout" } & Purchase));

/** The visits of people to the pages of the provider. */
export interface Visits {
  /** @returns the page's address; its token is nowhere else. */
  open(wanted: Wanted): Promise<URL>;
  /** Undefined for one that is unknown, over or done. */
  find(kind: Visit["kind"], token: string): Promise<Visit | undefined>;
}

export function createVisits(
  { client, drizzle }: Database,
  now: () => number,
  publicUrl: URL,
): Visits {
  return {
    async open(wanted) {
      const token = newToken();
      const expiresAt = now() + VALID_MS;
      const row = { ...wanted, tokenHash: hashToken(token), expiresAt };
      await client.batch([insertStatement(fakeVisits, row)], "write");
      return new URL(`/billing/${wanted.kind}/${token}`, publicUrl);
    },
    find: (kind, token) =>
      drizzle
        .select()
        .from(fakeVisits)
        .where(
          and(
            eq(fakeVisits.tokenHash, hashToken(token)),
            eq(fakeVisits.kind, kind),
            gt(fakeVisits.expiresAt, now()),
            isNull(fakeVisits.doneAt),
          ),
        )
        .get(),
  };
}
