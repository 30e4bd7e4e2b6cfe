import type { RouterOutputs } from "#sdk/index.ts";

/** The answer for many addresses at once. */
export type Invited = Extract<
  RouterOutputs["invitations"]["create"],
  { sent: unknown }
>;
