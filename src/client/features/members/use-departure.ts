import { useNavigate } from "@solidjs/router";
import { api } from "#client/session/api.ts";
import { toast } from "#client/ui/toast.ts";

/** Opens the start page after the user lost access to the organization, and shows a message there. */
export function useDeparture() {
  const navigate = useNavigate();
  return async (message: string): Promise<void> => {
    // Refetch first: the start page would otherwise open the organization that was just left.
    await api.queryClient
      .fetchQuery(api.auth.context.queryOptions({}))
      .catch(() => undefined);
    navigate("/", { replace: true });
    toast.success(message);
  };
}
