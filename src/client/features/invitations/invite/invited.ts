import type { RouterOutputs } from "#sdk/index.ts";

/** The answer for several addresses. */
export type Invited = Extract<
  RouterOutputs["invitations"]["create"],
  { sent: unknown }
>;
