import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { isRetryable } from "#server/kernel/errors";
import type { AuditChain } from "./chain";
import type { AuditOrigin } from "./write";

/** The maximum number of attempts to store a change while other changes conflict with it. */
const ATTEMPTS = 20;

interface Dependencies {
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
}

/** Returns what the audit log stores as the origin of a change that no user made. */
export function bySystem(action: string): AuditOrigin {
  const actor = { kind: "system" as const, id: null, name: null };
  return { actor, action, requestId: null, address: null };
}

/**
 * Stores a change of one organization that the program makes without a user. If another change of the organization is
 * stored between the reads of `decide` and the commit, the change is retried.
 * @param now milliseconds since 1970 UTC
 * @param decide reads the rows that it needs, and adds its writes to the unit of work; a retry calls it again
 * @throws DomainError BUSY after too many conflicts
 */
export async function changeOrganization(
  { audit, versions }: Dependencies,
  { orgId, action, now }: { orgId: string; action: string; now: number },
  decide: (work: UnitOfWork) => void | Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const work = new UnitOfWork(now, versions);
    try {
      await work.readVersions([orgId]);
      await decide(work);
      return await audit.commit(work, bySystem(action));
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error;
    } finally {
      work.settle();
    }
  }
}
