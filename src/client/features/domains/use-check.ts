import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { type Problem, problemOf } from "#client/lib/problem.ts";
import { toast } from "#client/ui/toast.ts";
import { type Domain, rereadDomains } from "./domain.ts";
import { texts } from "./texts.ts";

/** Looks for the record of a domain now; what stands in the way is kept, to be read beside the record. */
export function useCheck() {
  const { slug } = useOrganization();
  const [problem, setProblem] = createSignal<Problem>();
  const verify = api.domains.verify.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const check = async ({ id, domain }: Domain) => {
    const org = slug();
    try {
      await verify.mutateAsync({ org, id });
      setProblem(undefined);
      toast.success(texts().checked.found(domain));
    } catch (error) {
      setProblem(problemOf(error));
    }
    await rereadDomains(org);
  };
  return { check, isChecking: () => verify.isPending, problem };
}
