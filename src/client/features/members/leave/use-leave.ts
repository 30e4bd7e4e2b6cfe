import { useNavigate } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "#client/layout/settings/texts.ts";

/** Leads away from an organization that is no longer the reader's. */
export function useDeparture() {
  const navigate = useNavigate();
  return async (message: string): Promise<void> => {
    // The start page must not find the organization that was just left.
    await api.queryClient
      .fetchQuery(api.auth.context.queryOptions({}))
      .catch(() => undefined);
    navigate("/", { replace: true });
    toast.success(message);
  };
}

/** Leaves the organization; another admin must remain, or the server refuses. */
export function useLeave() {
  const { slug, user, organization } = useOrganization();
  const depart = useDeparture();
  const remove = api.members.remove.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  return async (): Promise<void> => {
    const { name } = organization();
    await remove.mutateAsync({ org: slug(), userId: user().id });
    await depart(texts().useLeave.youLeft(name));
  };
}
