import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** Changes the two-factor policy. Asks the user to reauthenticate if the server requires it. */
export function usePolicyChange() {
  const { slug } = useOrganization();
  const change = api.organizations.requireTwoFactor.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  return async (required: boolean, graceDays: number): Promise<void> => {
    const org = slug();
    const { mailed } = await reauthenticated(() =>
      change.mutateAsync({ org, required, graceDays }),
    );
    await Promise.all([
      api.organizations.twoFactor.invalidate({ org }),
      api.auth.context.invalidate(),
    ]);
    toast.success(
      required ? texts().saved.on : texts().saved.off,
      texts().saved.mailed(mailed),
    );
  };
}
