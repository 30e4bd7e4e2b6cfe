import { z } from "zod";
import type { LiveSignal } from "#shared/live";
import { streamOf } from "#server/kernel/live/stream";
import { orgInput } from "#server/kernel/inputs";
import { orgProcedure, router } from "#server/rpc/trpc";

export const liveRouter = router({
  /**
   * Streams to the caller which data of an organization has changed. The stream ends with `lost` when the caller loses
   * access; it exists only in tRPC, as server-sent events.
   */
  changes: orgProcedure
    .input(orgInput({}))
    .output(z.custom<AsyncIterable<LiveSignal, void>>(isStream))
    .subscription(({ ctx, signal }) => {
      const { organization, id, session, key, currentGrants } = ctx.caller;
      return streamOf({
        subscribe: () =>
          ctx.services.live.subscribe({
            orgId: organization.id,
            userId: id,
            sessionId: session?.id ?? key?.id ?? id,
          }),
        readGrants: currentGrants,
        signal,
      });
    }),
});

function isStream(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && Symbol.asyncIterator in value
  );
}
