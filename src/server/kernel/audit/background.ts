import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import type { Versions } from "#server/kernel/db/versions";
import { isRetryable } from "#server/kernel/errors";
import type { AuditChain } from "./chain";
import type { AuditOrigin } from "./write";

/** How often other mutations may come first before the job gives up until its next run. */
const ATTEMPTS = 20;

interface Dependencies {
  audit: Pick<AuditChain, "commit">;
  versions: Versions;
}

/** The program itself, as the audit log names it. */
export function bySystem(action: string): AuditOrigin {
  const actor = { kind: "system" as const, id: null, name: null };
  return { actor, action, requestId: null, address: null };
}

/**
 * Stores a change that the program makes by itself in one organization, decided on the organization's version as a user's
 * mutation is. `decide` reads what it decides on; it runs again when another mutation came first.
 * @param now milliseconds since 1970 UTC
 * @throws DomainError BUSY when other mutations always came first
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
