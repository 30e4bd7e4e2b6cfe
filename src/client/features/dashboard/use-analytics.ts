import { keepPreviousData } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { currentTime } from "#client/ui/now.ts";
import { type Range, startOf } from "./range.ts";

/** The organization's numbers up to today. Keeps the old period on the page while a new one loads. */
export function useAnalytics(range: () => Range) {
  const { slug } = useOrganization();
  const from = createMemo(() => startOf(range(), currentTime()));
  return api.analytics.get.useQuery(
    () => ({ org: slug(), from: from() }),
    () => ({ placeholderData: keepPreviousData }),
  );
}

export type Analytics = NonNullable<ReturnType<typeof useAnalytics>["data"]>;
