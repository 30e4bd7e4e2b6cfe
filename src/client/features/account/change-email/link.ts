import { createEffect, on } from "solid-js";
import { keptToken } from "#client/session/kept-token.ts";
import { createLinkToken } from "#client/session/link-token.ts";

const kept = keptToken("tenantry.email-change");

/** The link in hand. Only whoever asked for it can use it, who may have to sign in first and come back. */
export function createEmailLink() {
  const token = createLinkToken(kept.read());
  createEffect(
    on(token, (known) => {
      if (known) kept.keep(known);
    }),
  );
  return {
    token,
    /** Once it is used up: what is shown stays, and the next visit finds nothing. */
    forget: kept.forget,
  };
}
