import { z } from "zod";
import type { LiveSignal } from "#shared/live";
import { streamOf } from "#server/kernel/live/stream";
import { orgInput } from "#server/kernel/inputs";
import { orgProcedure, router } from "#server/rpc/trpc";

export const liveRouter = router({
  /**
   * What to read anew in an organization, as it changes. It ends with `lost` when the caller has no access any more.
   * Over tRPC alone: a stream of server-sent events.
   */
  changes: orgProcedure
    .input(orgInput({}))
    .output(z.custom<AsyncIterable<LiveSignal, void>>(isStream))
    .subscription(({ ctx, signal }) => {
      const { organization, sessionId, user } = ctx.caller;
      const { live, sessions, now } = ctx.services;
      return streamOf({
        subscribe: () =>
          live.subscribe({
            orgId: organization.id,
            userId: user.id,
            sessionId,
          }),
        look: () => sessions.currentGrants(sessionId, organization.id, now()),
        signal,
      });
    }),
});

function isStream(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && Symbol.asyncIterator in value
  );
}
