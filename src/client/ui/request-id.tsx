import { CopyButton } from "./copy-button.tsx";
import { texts } from "./texts.ts";

/** Shows the id of a failed request, which the user can copy for support. */
export function RequestId(props: { id: string }) {
  return (
    <p class="mt-1 flex items-center gap-1 text-xs text-muted">
      {texts().requestId.request}{" "}
      <code class="font-mono break-all">{props.id}</code>
      <CopyButton value={props.id} label={texts().requestId.copyRequestId} />
    </p>
  );
}
