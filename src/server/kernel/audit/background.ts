import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { isRetryable } from "#server/kernel/errors";
import type { AuditChain } from "./chain";
import type { AuditOrigin } from "./write";

/** How often the job retries after conflicts before it gives up until its next run. */
const ATTEMPTS = 20;

interface Dependencies {
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
}

/** The origin of a change that the program makes by itself. */
export function bySystem(action: string): AuditOrigin {
  const actor = { kind: "system" as const, id: null, name: null };
  return { actor, action, requestId: null, address: null };
}

/**
 * Stores a change of one organization that the program makes by itself. Like a mutation it is decided on the version of the
 * organization, and retried after a conflict.
 * @param now milliseconds since 1970 UTC
 * @param decide reads what it decides on, and writes to the unit of work; runs again in a retry
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
