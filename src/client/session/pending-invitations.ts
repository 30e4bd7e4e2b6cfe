import { api } from "./api.ts";
import { useOrganization } from "#sdk/solid.ts";

const LIMIT = 100;

/** Reads the pending invitations, including expired ones, because these can be resent. */
export function usePendingInvitations(isNeeded: () => boolean = () => true) {
  const { slug } = useOrganization();
  return api.invitations.list.useQuery(
    () => ({ org: slug(), status: "open", limit: LIMIT }),
    () => ({ enabled: isNeeded() }),
  );
}
