import RotateCcw from "lucide-solid/icons/rotate-ccw";
import { Show } from "solid-js";
import type { AuditEvent } from "#client/features/audit-log/event.ts";
import type { HistoryOf } from "#client/session/history/address.ts";
import { Button } from "#client/ui/button.tsx";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { toast } from "#client/ui/toast.ts";
import { useOrganization } from "#sdk/solid.ts";
import {
  differing,
  type Restorable,
  restorableOf,
  valuesBefore,
} from "./restorable.ts";
import { texts } from "./texts.ts";

/** What the user is asked before former values are saved again. */
export interface Question {
  event: AuditEvent;
  thing: Restorable;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  updatedAt: string;
}

/**
 * Restores the values that a thing had before an event, after a question. It is absent where this is not possible, or
 * not allowed.
 */
export function RestoreButton(props: {
  event: AuditEvent;
  of: HistoryOf;
  onAsk: (question: Question) => void;
}) {
  const { slug, can } = useOrganization();
  const found = () => {
    const thing = restorableOf(slug(), props.of);
    if (!thing || !can(thing.permission)) return undefined;
    const values = valuesBefore(thing, props.event, props.of);
    return values && { thing, values };
  };
  const ask = async () => {
    const former = found();
    if (!former) return;
    const { thing, values } = former;
    try {
      const present = await thing.read();
      const after = differing(values, present.values);
      const names = Object.keys(after);
      if (names.length === 0) return void toast.success(texts().restore.same);
      const before = Object.fromEntries(
        names.map((name) => [name, present.values[name]]),
      );
      const { updatedAt } = present;
      props.onAsk({ event: props.event, thing, before, after, updatedAt });
    } catch (error) {
      toastProblem(texts().restore.failed, error);
    }
  };
  return (
    <Show when={found()}>
      <div>
        <Button size="sm" icon={<RotateCcw size={14} />} onClick={ask}>
          {texts().restore.action}
        </Button>
      </div>
    </Show>
  );
}
