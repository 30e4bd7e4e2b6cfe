import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";

/**
 * Returns the largest lifetime of a key that the organization allows, in days; null without a limit, and for users who
 * cannot read the settings. The server checks the limit in any case.
 */
export function useMaxDays(): () => number | null {
  const { slug, can } = useOrganization();
  const settings = api.organizations.settings.useQuery(
    () => ({ org: slug() }),
    () => ({ enabled: can("organization:read") }),
  );
  return () => (settings.isSuccess ? settings.data.apiKeyMaxDays : null);
}
