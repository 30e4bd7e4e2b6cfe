import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { texts } from "./texts.ts";

/** What the page says about how long the log is kept. */
export function useRetention(): () => string {
  const { slug } = useOrganization();
  const retention = api.audit.retention.useQuery(() => ({ org: slug() }));
  return () => {
    const found = retention.data;
    const next = found?.next;
    return [
      texts().description,
      found && texts().kept(found.days),
      next && texts().shortened(next.days, new Date(next.from)),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
