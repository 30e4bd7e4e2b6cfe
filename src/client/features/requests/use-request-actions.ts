import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";
import type { AccessRequest } from "./request.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

/** Returns the answers to a request. The dialogs show the errors, and `withdraw` shows them in a toast. */
export function useRequestActions() {
  const { slug } = useOrganization();
  const resolving = api.requests.resolve.useMutation(SHOWS_ERRORS);
  const withdrawing = api.requests.withdraw.useMutation(SHOWS_ERRORS);

  const refetch = () => {
    void api.requests.invalidate();
    void api.members.invalidate();
    void api.people.invalidate();
    void api.dashboard.invalidate();
  };

  /** @param role the new role; undefined for a seat */
  const approve = async (request: AccessRequest, role?: string) => {
    const { id, user } = request;
    const change = role !== undefined && { role, was: request.role };
    const input = { org: slug(), id, decision: "approve" as const, ...change };
    try {
      await reauthenticated(() => resolving.mutateAsync(input));
    } finally {
      refetch();
    }
    toast.success(texts().approved(user.name));
  };

  const decline = async ({ id, user }: AccessRequest) => {
    try {
      await resolving.mutateAsync({ org: slug(), id, decision: "decline" });
    } finally {
      refetch();
    }
    toast.success(texts().declined(user.name));
  };

  const withdraw = async ({ id }: AccessRequest) => {
    try {
      await withdrawing.mutateAsync({ org: slug(), id });
      toast.success(texts().withdrawn);
    } catch (error) {
      toastProblem(texts().failed, error);
    } finally {
      refetch();
    }
  };

  return { approve, decline, withdraw };
}
