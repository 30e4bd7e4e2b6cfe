import { useNavigate } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { toast } from "#client/ui/toast.ts";

/** Opens the start page after the user has lost access to the organization, and shows a message there. */
export function useDeparture() {
  const navigate = useNavigate();
  return async (message: string): Promise<void> => {
    // Refetch the auth context first: with the old one, the start page would open the organization that the user has
    // just left.
    await api.queryClient
      .fetchQuery(api.auth.context.queryOptions({}))
      .catch(() => undefined);
    navigate("/", { replace: true });
    toast.success(message);
  };
}
