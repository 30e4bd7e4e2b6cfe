import { createEffect, on } from "solid-js";
import { keptToken } from "#client/session/kept-token.ts";
import { createLinkToken } from "#client/session/link-token.ts";

const stored = keptToken("tenantry.email-change");

/** The token of the opened link, kept in this browser while the user signs in. */
export function createEmailLink() {
  const token = createLinkToken(stored.read());
  createEffect(
    on(token, (value) => {
      if (value) stored.keep(value);
    }),
  );
  return {
    token,
    /** Removes the stored token. The page keeps showing the current one. */
    forget: stored.forget,
  };
}
