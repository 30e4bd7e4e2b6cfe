import { Match, Switch } from "solid-js";
import { Badge, type BadgeTone } from "#client/ui/badge.tsx";
import { currentTime } from "#client/ui/now.ts";
import type { Person, PersonStatus } from "./person.ts";
import { texts } from "./texts.ts";

const TONES: Record<Exclude<PersonStatus, "active">, BadgeTone> = {
  readOnly: "warning",
  suspended: "danger",
  invited: "info",
  expired: "danger",
};

type Shown = PersonStatus | "notSent" | "void";

/** Returns the status of a person. An invitation expires while the page is open. */
export function statusOf(person: Person): Shown {
  const { status, expiresAt } = person;
  if (status !== "invited") return status;
  if (expiresAt !== null && Date.parse(expiresAt) <= currentTime())
    return "expired";
  if (person.isVoid) return "void";
  return person.isSent === false ? "notSent" : "invited";
}

/** Shows the status of a person. The usual one is no badge, so that the others stand out. */
export function StatusLabel(props: { person: Person }) {
  const status = () => statusOf(props.person);
  const tone = () => {
    const shown = status();
    if (shown === "notSent" || shown === "void") return "danger";
    return shown === "active" ? "neutral" : TONES[shown];
  };
  return (
    <Switch fallback={<Badge tone={tone()}>{texts().status[status()]}</Badge>}>
      <Match when={status() === "active"}>
        <span class="text-muted">{texts().status.active}</span>
      </Match>
    </Switch>
  );
}
