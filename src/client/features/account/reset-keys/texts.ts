import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/account/reset-keys", {
  title: "Check your API keys",
  text: "Your password was changed. These API keys still work. Revoke the ones you don’t recognize.",
  list: "Your API keys",
  lastUsed: (when: JSX.Element): JSX.Element => ["Last used ", when],
  neverUsed: "Never used",
  revoke: "Revoke",
  revoked: (name: string) => `${name} revoked`,
  failed: (name: string) => `${name} couldn’t be revoked`,
  keep: "Continue",
  revokeAll: "Revoke all",
  askAll: "Revoke all your API keys?",
  askAllText:
    "Every program that uses one of them will stop working immediately. You can’t undo this.",
  allRevoked: "All API keys revoked",
});
