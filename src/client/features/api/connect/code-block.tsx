import type { SnippetStep } from "#shared/snippets/index.ts";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { texts } from "./texts.ts";

/** Commands or the content of a file, with a copy button. Long lines scroll sideways. */
export function CodeBlock(props: { step: SnippetStep; onCopied: () => void }) {
  const name = () =>
    props.step.kind === "file" ? props.step.name : texts()[props.step.kind];
  return (
    <figure class="overflow-hidden rounded-lg border border-line bg-surface shadow-xs">
      <figcaption class="flex items-center justify-between gap-2 border-b border-line py-1 pr-2 pl-4 text-xs text-muted">
        <code class="font-mono">{name()}</code>
        <CopyButton
          value={props.step.code}
          label={texts().copy(name())}
          onCopied={() => props.onCopied()}
        />
      </figcaption>
      <pre
        tabindex="0"
        role="region"
        aria-label={texts().code(name())}
        class="overflow-x-auto px-4 py-3 font-mono text-xs leading-relaxed"
        onCopy={() => props.onCopied()}
      >
        <code>{props.step.code}</code>
      </pre>
    </figure>
  );
}
