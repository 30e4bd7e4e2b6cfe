import { useOrganization } from "#sdk/solid.ts";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";
import { refetchAccounts, type ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

const SHOWS_ERRORS = () => ({ meta: { showsErrors: true } });

interface Changes {
  suspended?: boolean;
  stewardId?: string;
}

/** Returns actions on service accounts. Each reports its result in a toast, unless a dialog shows the error. */
export function useAccountActions() {
  const { slug, user } = useOrganization();
  const update = api.serviceAccounts.update.useMutation(SHOWS_ERRORS);
  const remove = api.serviceAccounts.delete.useMutation(SHOWS_ERRORS);

  const change = async ({ id }: ServiceAccount, changes: Changes) => {
    const org = slug();
    await reauthenticated(() => update.mutateAsync({ org, id, ...changes }));
    await refetchAccounts(org);
  };

  const changeWithToast = async (
    account: ServiceAccount,
    changes: Changes,
    words: Record<"succeeded" | "failed", (name: string) => string>,
  ) => {
    try {
      await change(account, changes);
      toast.success(words.succeeded(account.name));
    } catch (error) {
      toastProblem(words.failed(account.name), error);
    }
  };

  return {
    async suspend(account: ServiceAccount): Promise<void> {
      await change(account, { suspended: true });
      toast.success(texts().suspend.done(account.name));
    },
    reactivate: (account: ServiceAccount): Promise<void> =>
      changeWithToast(account, { suspended: false }, texts().reactivate),
    /** Makes the user the steward. */
    takeOver: (account: ServiceAccount): Promise<void> =>
      changeWithToast(account, { stewardId: user().id }, texts().takeOver),
    async delete({ id, name }: ServiceAccount): Promise<void> {
      const org = slug();
      await reauthenticated(() => remove.mutateAsync({ org, id }));
      void refetchAccounts(org);
      toast.success(texts().remove.done(name));
    },
  };
}
