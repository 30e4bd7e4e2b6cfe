import { newId } from "#shared/id";
import { insertStatement } from "#server/kernel/db/statement";
import type { OnViolation, UnitOfWork } from "#server/kernel/db/unit-of-work";
import { identities } from "./table";

interface NewIdentity {
  provider: string;
  issuer: string;
  subject: string;
  label: string;
}

/** From here on the account elsewhere signs the person in. @param otherwise what it means that it signs in somebody. */
export function addIdentity(
  work: UnitOfWork,
  userId: string,
  { provider, issuer, subject, label }: NewIdentity,
  onViolation: OnViolation,
) {
  const identity = {
    id: newId("identity"),
    userId,
    provider,
    issuer,
    subject,
    label,
    createdAt: work.now,
    lastUsedAt: work.now,
  };
  work.write(insertStatement(identities, identity), onViolation);
  return identity;
}
