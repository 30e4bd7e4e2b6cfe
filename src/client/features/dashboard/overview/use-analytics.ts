import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { currentTime } from "#client/ui/now.ts";
import { type Range, startOf } from "./range.ts";

/**
 * Loads the organization's numbers from the start of the period up to today. The page shows the old period until the
 * new one has loaded.
 */
export function useAnalytics(range: () => Range, isEnabled: () => boolean) {
  const { slug } = useOrganization();
  const from = createMemo(() => startOf(range(), currentTime()));
  return api.analytics.get.useQuery(
    () => ({ org: slug(), from: from() }),
    () => ({ placeholderData: keepPreviousData, enabled: isEnabled() }),
  );
}

export type Analytics = NonNullable<ReturnType<typeof useAnalytics>["data"]>;
