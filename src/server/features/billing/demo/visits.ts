import { and, eq, gt } from "drizzle-orm";
import { hashToken, newToken } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { insertStatement, updateStatement } from "#server/kernel/db/statement";
import { DomainError } from "#server/kernel/errors";
import type { Purchase } from "#server/core/billing/provider";
import { fakeVisits } from "./table";

const VALID_MS = 60 * 60 * 1000;

export type Visit = typeof fakeVisits.$inferSelect;

type Wanted = Pick<Visit, "customerId" | "returnUrl"> &
  ({ kind: "portal" } | ({ kind: "checkout" } & Purchase));

/** The visits of people to the pages of the provider. */
export interface Visits {
  /** @returns the page's address; its token is nowhere else. */
  open(wanted: Wanted): Promise<URL>;
  /** Undefined for one that is unknown or over. */
  find(kind: Visit["kind"], token: string): Promise<Visit | undefined>;
  /** What it was opened for is done. */
  finish(visit: Visit): Promise<void>;
}

export function createVisits(
  { client, drizzle, refresh }: Database,
  now: () => number,
  publicUrl: URL,
): Visits {
  return {
    async open(wanted) {
      // Nobody is sent on to another site.
      if (new URL(wanted.returnUrl).origin !== publicUrl.origin)
        throw new DomainError("BILLING_FAILED");
      const token = newToken();
      const expiresAt = now() + VALID_MS;
      const row = { ...wanted, tokenHash: hashToken(token), expiresAt };
      await client.batch([insertStatement(fakeVisits, row)], "write");
      return new URL(`/billing/${wanted.kind}/${token}`, publicUrl);
    },
    async find(kind, token) {
      const wanted = { kind, tokenHash: hashToken(token), now: now() };
      const found = await read(drizzle, wanted);
      if (found || !refresh) return found;
      // Another instance may have opened it just now.
      await refresh();
      return read(drizzle, wanted);
    },
    async finish({ tokenHash }) {
      const done = updateStatement(
        fakeVisits,
        { doneAt: now() },
        { tokenHash },
      );
      await client.batch([done], "write");
    },
  };
}

function read(
  drizzle: Database["drizzle"],
  visit: Pick<Visit, "kind" | "tokenHash"> & { now: number },
): Promise<Visit | undefined> {
  return drizzle
    .select()
    .from(fakeVisits)
    .where(
      and(
        eq(fakeVisits.tokenHash, visit.tokenHash),
        eq(fakeVisits.kind, visit.kind),
        gt(fakeVisits.expiresAt, visit.now),
      ),
    )
    .get();
}
