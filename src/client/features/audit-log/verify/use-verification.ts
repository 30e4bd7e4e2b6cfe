import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import type { Verification } from "../event.ts";

export interface Found extends Verification {
  /** When the first event that is kept happened. */
  since: Date | undefined;
  /** The earlier anchor that was looked for. */
  asked: string | undefined;
}

/** Looks at the whole log, each time it is asked to. */
export function useVerification() {
  const { slug } = useOrganization();
  const [found, setFound] = createSignal<Found>();
  const [problem, setProblem] = createSignal<unknown>();
  const [isRunning, setRunning] = createSignal(false);

  const firstMoment = async ({ anchor, rows, unchained }: Verification) => {
    const seq = Number(anchor.split(":")[0]) - rows - unchained + 1;
    if (rows + unchained === 0) return undefined;
    const page = await api.audit.list.query({ org: slug(), seq });
    const [first] = page.items;
    return first && new Date(first.at);
  };
  const verify = async (asked?: string) => {
    setRunning(true);
    try {
      const verification = await api.audit.verify.query({
        org: slug(),
        anchor: asked,
      });
      const since = await firstMoment(verification);
      setProblem(undefined);
      setFound({ ...verification, since, asked });
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(false);
    }
  };
  return { found, problem, isRunning, verify };
}
