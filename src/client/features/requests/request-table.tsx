import { Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { verbDialog } from "#client/session/verbs/dialogs.tsx";
import { permissionLabel } from "#client/features/roles/permission-labels.ts";
import { Button } from "#client/ui/button.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import type { AccessRequest } from "./request.ts";
import { texts } from "./texts.ts";
import { useRequestActions } from "./use-request-actions.ts";

const openRole = verbDialog<{ request: AccessRequest }>(
  () => import("./give-role-dialog.tsx"),
);
const openSeat = verbDialog<{ request: AccessRequest }>(
  () => import("./give-seat-dialog.tsx"),
);
const openDecline = verbDialog<{ request: AccessRequest }>(
  () => import("./decline-dialog.tsx"),
);

export function RequestTable(props: { rows: readonly AccessRequest[] }) {
  return (
    <Table caption={texts().caption} columns={columns()} rows={props.rows} />
  );
}

const columns = (): Column<AccessRequest>[] => [
  {
    id: "member",
    header: texts().member,
    class: "sm:w-1/3",
    cell: (request) => (
      <div class="min-w-0 break-words">
        <bdi class="font-medium">{request.user.name}</bdi>
        <span class="block text-xs break-all text-muted">
          {request.user.email} · {roleNameOf(request)}
        </span>
      </div>
    ),
  },
  {
    id: "wanted",
    header: texts().wanted,
    cell: (request) => (
      <div class="min-w-0 break-words">
        {request.permission === null
          ? texts().seat
          : permissionLabel(request.permission)}
        <Show when={request.message}>
          {(text) => (
            <span dir="auto" class="block text-xs text-muted">
              “{text()}”
            </span>
          )}
        </Show>
      </div>
    ),
  },
  {
    id: "asked",
    header: texts().asked,
    class: "whitespace-nowrap text-muted",
    cell: (request) => <RelativeTime value={request.createdAt} />,
  },
  {
    id: "answer",
    header: texts().actions,
    cell: (request) => <Answers request={request} />,
  },
];

/** The buttons with which a request is answered, or withdrawn by the member who made it. */
function Answers(props: { request: AccessRequest }) {
  const { can, user } = useOrganization();
  const { withdraw } = useRequestActions();
  const isOwn = () => props.request.user.id === user().id;
  const isSeat = () => props.request.kind === "seat";
  const canApprove = () =>
    can("member:update") && (!isSeat() || can("billing:manage"));
  const about = () => (
    <span class="sr-only"> {texts().of(props.request.user.name)}</span>
  );
  return (
    <div class="flex flex-wrap gap-2 sm:flex-nowrap sm:justify-end">
      <Show when={isOwn()}>
        <Button size="sm" onClick={() => void withdraw(props.request)}>
          {texts().withdraw}
          {about()}
        </Button>
      </Show>
      <Show when={can("member:update")}>
        <Button
          size="sm"
          onClick={() => openDecline({ request: props.request })}
        >
          {texts().decline}
          {about()}
        </Button>
      </Show>
      <Show when={canApprove()}>
        <Button
          size="sm"
          variant="primary"
          onClick={() =>
            (isSeat() ? openSeat : openRole)({ request: props.request })
          }
        >
          {texts().approve}
          {about()}
        </Button>
      </Show>
    </div>
  );
}
