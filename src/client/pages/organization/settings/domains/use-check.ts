import { api } from "../../../../api.ts";
import { toastProblem } from "../../../../problem-toast.ts";
import { useOrganization } from "../../../../session/organization.tsx";
import { toast } from "../../../../ui/toast.ts";
import { type Domain, rereadDomains } from "./domain.ts";
import { TEXTS } from "./texts.ts";

/** Looks for the record of a domain now, and says what was found. */
export function useCheck() {
  const { slug } = useOrganization();
  const verify = api.domains.verify.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const check = async ({ id, domain }: Domain) => {
    const org = slug();
    try {
      await verify.mutateAsync({ org, id });
      toast.success(TEXTS.checked.found(domain));
    } catch (error) {
      toastProblem(TEXTS.checked.failed(domain), error);
    }
    await rereadDomains(org);
  };
  return [check, () => verify.isPending] as const;
}
