import { plainMessage } from "#shared/message-text";
import { PLANS } from "#shared/plans";
import type { Caller } from "#server/core/caller";
import { DomainError } from "#server/kernel/errors";
import type { InvitationServices } from "./send";

/**
 * Returns the personal message of a new invitation without links; null if there is none. Without a payment provider,
 * every organization can send messages.
 * @throws DomainError FEATURE_NOT_IN_PLAN
 */
export function personalMessageOf(
  { organization }: Caller,
  { billing }: InvitationServices,
  text: string | undefined,
): string | null {
  const message = plainMessage(text ?? "");
  if (message === "") return null;
  if (billing.provider && !PLANS[organization.plan].personalMessages)
    throw new DomainError("FEATURE_NOT_IN_PLAN");
  return message;
}
