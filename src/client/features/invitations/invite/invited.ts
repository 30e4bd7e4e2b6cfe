import type { RouterOutputs } from "#sdk/index.ts";

/** The server's answer to an invitation of several addresses. */
export type Invited = Extract<
  RouterOutputs["invitations"]["create"],
  { sent: unknown }
>;
