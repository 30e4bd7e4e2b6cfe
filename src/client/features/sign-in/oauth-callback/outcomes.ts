import type { Reason } from "#sdk/errors.ts";
import type { OAuthIntent } from "#client/session/provider-redirect.ts";
import { texts } from "./texts.ts";

/** The texts for a failed sign-in with a provider, and the links to continue. */
export interface Outcome {
  title: string;
  text: string;
  /** Whether a second attempt to sign in with the provider can succeed. */
  canRetry: boolean;
  links?: { href: string; label: string }[];
}

/** Why a sign-in with a provider failed: the server's reason, or `DENIED` if the user declined at the provider. */
export type Failure = Reason | "DENIED" | undefined;

interface Attempt {
  /** The provider's name. */
  provider: string;
  intent: OAuthIntent;
}

/** Returns the texts for a failure; undefined if the failure has no texts of its own. */
export function outcomeOf(
  reason: Failure,
  { provider, intent }: Attempt,
): Outcome | undefined {
  switch (reason) {
    case "DENIED":
      return {
        title: texts().denied.title(provider),
        text: texts().denied.text,
        canRetry: true,
      };
    case "PROVIDER_EXPIRED":
      return { ...texts().expired, canRetry: true };
    case "PROVIDER_FAILED":
      return {
        title: texts().failed.title(provider),
        text: texts().failed.text,
        canRetry: true,
      };
    case "NOT_FOUND":
      return { ...texts().notOffered, canRetry: false };
    case "ACCOUNT_EXISTS":
      return {
        title: texts().exists.title,
        text: texts().exists.text(provider),
        canRetry: false,
        links: [
          { href: signInPathFor(intent), label: texts().exists.action },
          { href: "/forgot", label: texts().exists.forgot },
        ],
      };
    case "IDENTITY_TAKEN":
      return {
        title: texts().taken.title(provider),
        text: texts().taken.text(provider),
        canRetry: true,
      };
    case "PROVIDER_WITHOUT_ADDRESS":
      return {
        title: texts().withoutAddress.title(provider),
        text: texts().withoutAddress.text(provider),
        canRetry: true,
        links: [{ href: "/sign-up", label: texts().withoutAddress.action }],
      };
    case "INVALID_CREDENTIALS":
      return intent.purpose === "reauthenticate"
        ? {
            title: texts().notOwn.title(provider),
            text: texts().notOwn.text,
            canRetry: true,
          }
        : {
            title: texts().refused.title,
            text: texts().refused.text(provider),
            canRetry: true,
          };
    default:
      return undefined;
  }
}

/**
 * Returns the path of the sign-in page that later continues to the page the user came from. If the user only wanted to
 * sign in, it continues to the linked accounts, where the user can connect the provider.
 */
function signInPathFor({ next }: OAuthIntent): string {
  const after = next === "/" ? "/account/linked" : next;
  return `/sign-in?${new URLSearchParams({ next: after })}`;
}
