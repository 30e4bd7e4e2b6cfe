import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { type Problem, problemOf } from "#client/lib/problem.ts";
import { toast } from "#client/ui/toast.ts";
import { type Domain, refetchDomains } from "./domain.ts";
import { texts } from "./texts.ts";

/**
 * Verifies a domain when the user asks for it. `verify` keeps the error, so that the page can show it next to the DNS
 * record; `attempt` throws it.
 */
export function useVerification() {
  const { slug } = useOrganization();
  const [problem, setProblem] = createSignal<Problem>();
  const mutation = api.domains.verify.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const attempt = async ({ id, domain }: Domain) => {
    const org = slug();
    try {
      await mutation.mutateAsync({ org, id });
      toast.success(texts().verification.done(domain));
    } finally {
      void refetchDomains(org);
    }
  };
  const verify = async (domain: Domain) => {
    try {
      await attempt(domain);
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { attempt, verify, isVerifying: () => mutation.isPending, problem };
}
