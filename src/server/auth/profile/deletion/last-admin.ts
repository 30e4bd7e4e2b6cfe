import { DomainError } from "../../../errors";

export function lastAdmin(organizations: readonly string[]): DomainError {
  const names = new Intl.ListFormat("en").format(organizations);
  return new DomainError(
    "LAST_ADMIN",
    `You are the last admin of ${names}. Make somebody else an admin there first.`,
  );
}
