import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { type Problem, problemOf } from "#client/lib/problem.ts";
import { toast } from "#client/ui/toast.ts";
import { type Domain, refetchDomains } from "./domain.ts";
import { texts } from "./texts.ts";

/** Verifies a domain when the user asks for it. Keeps the error so that the page can show it next to the DNS record. */
export function useVerification() {
  const { slug } = useOrganization();
  const [problem, setProblem] = createSignal<Problem>();
  const mutation = api.domains.verify.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const verify = async ({ id, domain }: Domain) => {
    const org = slug();
    try {
      await mutation.mutateAsync({ org, id });
      setProblem(undefined);
      toast.success(texts().verification.done(domain));
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refetchDomains(org);
  };
  return { verify, isVerifying: () => mutation.isPending, problem };
}
