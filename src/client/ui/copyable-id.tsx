import { CopyButton } from "./copy-button.tsx";

/** An id in small type, with a button that copies it. */
export function CopyableId(props: { id: string; copyLabel: string }) {
  return (
    <span class="flex items-center gap-1">
      <code class="min-w-0 truncate font-mono text-xs">{props.id}</code>
      <CopyButton value={props.id} label={props.copyLabel} />
    </span>
  );
}
