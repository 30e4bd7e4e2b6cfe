import type { RouterOutputs } from "#sdk/index.ts";
import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";

export type Dashboard = RouterOutputs["dashboard"]["get"];
export type Attention = Dashboard["attention"];

/** Loads what needs attention, and the members and projects that were active last. */
export function useDashboard() {
  const { slug } = useOrganization();
  return api.dashboard.get.useQuery(() => ({ org: slug() }));
}
