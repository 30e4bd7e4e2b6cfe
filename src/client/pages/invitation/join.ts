import { useNavigate } from "@solidjs/router";
import { api } from "../../api.ts";
import { seenFromOutside } from "./no-seat.ts";

/** Accepts an invitation and goes where it leads. */
export function createJoin(forget: () => void) {
  const navigate = useNavigate();
  const accept = api.invitations.accept.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  // It only stores where the next visit starts: nobody waits for it.
  const store = api.auth.switchOrganization.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  return async (token: string): Promise<void> => {
    const { organization } = await accept
      .mutateAsync({ token })
      .catch((error: unknown) => {
        throw seenFromOutside(error);
      });
    forget();
    void api.auth.context.invalidate();
    void api.invitations.received.invalidate();
    store.mutate({ organizationId: organization.id });
    navigate(`/o/${organization.slug}`, { replace: true });
  };
}

export type Join = ReturnType<typeof createJoin>;
