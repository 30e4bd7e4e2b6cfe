import type { Reason } from "#sdk/errors.ts";
import type { Errand } from "#client/session/provider-redirect.ts";
import { TEXTS } from "./texts.ts";

/** What the page says when it did not work, and the way out besides trying again. */
export interface Outcome {
  title: string;
  text: string;
  /** Whether going there once more can help. */
  canRetry: boolean;
  ways?: { href: string; label: string }[];
}

/** Why it did not work: the server's reason, or that the person did not agree at the other service. */
export type Failure = Reason | "DENIED" | undefined;

interface About {
  /** The provider's name. */
  provider: string;
  errand: Errand;
}

/** The refusals that have words of their own. */
export function outcomeOf(
  reason: Failure,
  { provider, errand }: About,
): Outcome | undefined {
  switch (reason) {
    case "DENIED":
      return {
        title: TEXTS.denied.title(provider),
        text: TEXTS.denied.text,
        canRetry: true,
      };
    case "PROVIDER_EXPIRED":
      return { ...TEXTS.expired, canRetry: true };
    case "PROVIDER_FAILED":
      return {
        title: TEXTS.failed.title(provider),
        text: TEXTS.failed.text,
        canRetry: true,
      };
    case "NOT_FOUND":
      return { ...TEXTS.notOffered, canRetry: false };
    case "ACCOUNT_EXISTS":
      return {
        title: TEXTS.exists.title,
        text: TEXTS.exists.text(provider),
        canRetry: false,
        ways: [
          { href: signInFirst(errand), label: TEXTS.exists.action },
          { href: "/forgot", label: TEXTS.exists.forgot },
        ],
      };
    case "IDENTITY_TAKEN":
      return {
        title: TEXTS.taken.title(provider),
        text: TEXTS.taken.text(provider),
        canRetry: true,
      };
    case "PROVIDER_WITHOUT_ADDRESS":
      return {
        title: TEXTS.withoutAddress.title(provider),
        text: TEXTS.withoutAddress.text(provider),
        canRetry: true,
        ways: [{ href: "/sign-up", label: TEXTS.withoutAddress.action }],
      };
    case "INVALID_CREDENTIALS":
      return errand.intent === "proof"
        ? {
            title: TEXTS.notOwn.title(provider),
            text: TEXTS.notOwn.text,
            canRetry: true,
          }
        : {
            title: TEXTS.refused.title,
            text: TEXTS.refused.text(provider),
            canRetry: true,
          };
    default:
      return undefined;
  }
}

/** Whoever came for something goes on with that; others can connect the account once they are in. */
function signInFirst({ next }: Errand): string {
  const after = next === "/" ? "/account/linked" : next;
  return `/sign-in?${new URLSearchParams({ next: after })}`;
}
