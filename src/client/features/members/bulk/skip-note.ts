import type { MemberThing } from "../member.ts";
import { useSkipReason } from "./changeable.ts";
import { texts } from "./texts.ts";

/** Returns a function that says which of the selected members the actions cannot change. */
export function useSkipNote() {
  const skipReason = useSkipReason();
  return (members: readonly MemberThing[]): string | undefined => {
    const skipped = members.filter(skipReason);
    const [first] = skipped;
    if (!first) return undefined;
    return skipped.length === 1 && skipReason(first) === "YOURSELF"
      ? texts().notYourself
      : texts().skippedCount(skipped.length);
  };
}
