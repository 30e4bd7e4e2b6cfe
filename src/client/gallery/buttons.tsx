import Plus from "lucide-solid/icons/plus";
import Settings from "lucide-solid/icons/settings";
import { For } from "solid-js";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Kbd } from "#client/ui/kbd.tsx";
import { LinkButton } from "#client/ui/link-button.tsx";
import { Section } from "#client/ui/section.tsx";
import { wait } from "./samples.ts";

const VARIANTS = [
  "primary",
  "secondary",
  "ghost",
  "danger",
  "danger-quiet",
] as const;

export function Buttons() {
  return (
    <Section
      title="Buttons"
      description="Press one: it stays pending for a second and ignores further clicks."
    >
      <div class="flex flex-col gap-3">
        <div class="flex flex-wrap items-center gap-2">
          <For each={VARIANTS}>
            {(variant) => (
              <Button variant={variant} onClick={() => wait(1000)}>
                {variant}
              </Button>
            )}
          </For>
          <Button
            variant="primary"
            icon={<Plus size={16} />}
            onClick={() => wait(1000)}
          >
            New project
          </Button>
          <IconButton label="Settings" onClick={() => wait(1000)}>
            <Settings size={16} />
          </IconButton>
        </div>
        <div class="flex flex-wrap items-center gap-2">
          <Button size="sm">Small</Button>
          <Button>Medium</Button>
          <Button size="lg">Large</Button>
          <Button variant="primary" pending>
            Pending
          </Button>
          <Button pending icon={<Plus size={16} />}>
            Pending
          </Button>
          <Button blocked="You’re the last admin. Hand over first.">
            Blocked
          </Button>
          <LinkButton href="/settings">A link</LinkButton>
          <CopyButton
            value="https://example.com/invite"
            label="Copy link"
            withLabel
          />
          <CopyButton value="req_01" label="Copy request ID" />
          <span class="inline-flex gap-1">
            <Kbd>⌘</Kbd>
            <Kbd>K</Kbd>
          </span>
        </div>
      </div>
    </Section>
  );
}
