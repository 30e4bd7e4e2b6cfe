import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import type { Verification } from "../event.ts";

export interface VerificationResult extends Verification {
  /** The time of the oldest event in the audit log. */
  since: Date | undefined;
  /** The saved checkpoint with which the log was compared. */
  compared: string | undefined;
}

/** Verifies the whole audit log on each call of `verify`. */
export function useVerification() {
  const { slug } = useOrganization();
  const [result, setResult] = createSignal<VerificationResult>();
  const [problem, setProblem] = createSignal<unknown>();
  const [isRunning, setRunning] = createSignal(false);

  const firstTime = async ({ anchor, rows, unchained }: Verification) => {
    const seq = Number(anchor.split(":")[0]) - rows - unchained + 1;
    if (rows + unchained === 0) return undefined;
    const page = await api.audit.list.query({ org: slug(), seq });
    const [first] = page.items;
    return first && new Date(first.at);
  };
  const verify = async (compared?: string) => {
    setRunning(true);
    try {
      const verification = await api.audit.verify.query({
        org: slug(),
        anchor: compared,
      });
      const since = await firstTime(verification);
      setProblem(undefined);
      setResult({ ...verification, since, compared });
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(false);
    }
  };
  return { result, problem, isRunning, verify };
}
