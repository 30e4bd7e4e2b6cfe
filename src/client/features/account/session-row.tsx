import Laptop from "lucide-solid/icons/laptop";
import Smartphone from "lucide-solid/icons/smartphone";
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Badge } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { toast } from "#client/ui/toast.ts";
import { describeDevice, isPhone } from "#shared/device.ts";
import { texts } from "./texts.ts";

type Session = Awaited<
  ReturnType<typeof api.auth.sessions.query>
>["items"][number];

export function SessionRow(props: { session: Session }) {
  const userAgent = () => props.session.userAgent ?? "";
  const device = () =>
    describeDevice(userAgent(), texts().sessions.device) ||
    texts().sessions.unknownDevice;
  const end = api.auth.revokeSession.useMutation(() => ({
    meta: { showsErrors: true },
    onSuccess: () => toast.success(texts().sessions.ended),
    onError: (error) => toastProblem(texts().sessions.notEnded, error),
    onSettled: () => api.auth.sessions.invalidate(),
  }));
  return (
    <li class="flex items-center gap-3.5 px-5 py-3">
      <Dynamic
        component={isPhone(userAgent()) ? Smartphone : Laptop}
        size={20}
        class="shrink-0 text-subtle"
      />
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="font-medium" title={userAgent()}>
            {device()}
          </span>
          <Show when={props.session.current}>
            <Badge tone="success">{texts().sessions.current}</Badge>
          </Show>
        </p>
        <p class="text-sm text-muted">
          <Show
            when={!props.session.current}
            fallback={texts().sessions.activeNow}
          >
            {texts().sessions.lastSeen}{" "}
            <RelativeTime value={props.session.lastSeenAt} />
          </Show>{" "}
          · {props.session.address ?? texts().sessions.unknownAddress}
        </p>
        <p class="text-sm text-muted">
          {texts().sessions.since}{" "}
          <RelativeTime value={props.session.createdAt} />
        </p>
      </div>
      <Show when={!props.session.current}>
        <Button
          pending={end.isPending}
          onClick={() => end.mutate({ id: props.session.id })}
        >
          {texts().sessions.end}
          <span class="sr-only"> {device()}</span>
        </Button>
      </Show>
    </li>
  );
}
