import Ellipsis from "lucide-solid/icons/ellipsis";
import FolderPlus from "lucide-solid/icons/folder-plus";
import { createSignal } from "solid-js";
import { Avatar } from "#client/ui/avatar.tsx";
import { Badge, type BadgeTone } from "#client/ui/badge.tsx";
import { Button } from "#client/ui/button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { QueryTabs } from "#client/ui/query-tabs.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import { Table } from "#client/ui/table.tsx";
import type { Column } from "#client/ui/table-column.ts";
import { MEMBERS, type SampleMember } from "./samples.ts";

const TONES: Record<SampleMember["status"], BadgeTone> = {
  Active: "success",
  Pending: "warning",
  Expired: "danger",
};

export function Rows() {
  const [direction, setDirection] = createSignal<"ascending" | "descending">(
    "ascending",
  );
  const columns: Column<SampleMember>[] = [
    {
      id: "member",
      header: "Member",
      cell: (member) => (
        <Identity
          name={member.name}
          detail={member.email}
          badge={member.seen === MEMBERS[0]?.seen && <Badge>You</Badge>}
        />
      ),
      class: "sm:max-w-64",
    },
    {
      id: "role",
      header: "Role",
      cell: (member) => <Badge>{member.role}</Badge>,
    },
    {
      id: "status",
      header: "Status",
      cell: (member) => (
        <Badge tone={TONES[member.status]}>{member.status}</Badge>
      ),
    },
    {
      id: "seen",
      header: "Last active",
      cell: (member) => <RelativeTime value={member.seen} class="text-muted" />,
      sort: {
        get direction() {
          return direction();
        },
        onToggle: () =>
          setDirection(
            direction() === "ascending" ? "descending" : "ascending",
          ),
      },
    },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      align: "end",
      cell: (member) => (
        <IconButton label={`Actions for ${member.name}`} size="sm">
          <Ellipsis size={16} />
        </IconButton>
      ),
    },
  ];
  return (
    <>
      <QueryTabs
        label="Views"
        tabs={[
          { value: "members", label: "Members", count: 4 },
          { value: "invitations", label: "Invitations", count: 0 },
        ]}
      />
      <Section
        title="Rows"
        description="A table, and cards under 640 px."
        actions={<Button variant="primary">Invite member</Button>}
        flush
      >
        <Table caption="Members" columns={columns} rows={MEMBERS} />
      </Section>
      <Section title="Identity">
        <div class="flex flex-wrap items-center gap-3">
          <Avatar name="Ada Lovelace" size="lg" />
          <Avatar name="Globex" shape="organization" size="lg" />
          <Avatar name="Missing" image="/missing.png" />
          <Avatar name="Grace Hopper" size="sm" />
          <Badge>neutral</Badge>
          <Badge tone="info">info</Badge>
          <Badge tone="success">success</Badge>
          <Badge tone="warning">warning</Badge>
          <Badge tone="danger">danger</Badge>
        </div>
      </Section>
      <EmptyState
        icon={<FolderPlus size={18} />}
        title="No projects yet"
        action={<Button variant="primary">Create project</Button>}
      >
        Projects hold your team’s work. Create the first one.
      </EmptyState>
    </>
  );
}
