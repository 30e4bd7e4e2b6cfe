import type { JSX } from "solid-js";
import { formatCount } from "#client/lib/formats/number.ts";
import { catalogue } from "#client/lib/language/catalogue.ts";

const projects = (count: number) => {
  if (count === 0) return "no projects";
  return count === 1 ? "1 project" : `${formatCount(count)} projects`;
};

export const texts = catalogue("features/members", {
  lastAdmin:
    "An organization needs at least one admin. Make someone else an admin first.",
  menu: {
    kind: "People",
    open: "Open",
    changeRole: "Change role…",
    events: "View events",
    eventsKeywords: "audit log activity history",
    copyEmail: "Copy email",
    leave: "Leave organization…",
    suspend: "Suspend…",
    reactivate: "Reactivate",
    remove: "Remove from organization…",
  },
  role: {
    own: "You can’t change your own role. Ask another admin.",
    label: (name: string) => `Role of ${name}`,
    title: (name: string) => `Change role of ${name}`,
    newRole: "Role",
    change: "Change role",
    cancel: "Cancel",
    notChanged: (name: string) => `${name}’s role couldn’t be changed.`,
  },
  suspend: {
    title: (name: string) => `Suspend ${name}?`,
    text: (name: JSX.Element): JSX.Element => [
      name,
      " will lose access immediately and free up a seat. Their role and projects are kept, and you can reactivate them at any time.",
    ],
    confirm: "Suspend",
    done: (name: string) => `${name} suspended`,
  },
  reactivate: {
    done: (name: string) => `${name} reactivated`,
    failed: (name: string) => `${name} couldn’t be reactivated.`,
  },
  remove: {
    title: (name: string, organization: string) =>
      `Remove ${name} from ${organization}?`,
    text: (name: JSX.Element): JSX.Element => [
      name,
      " will lose access immediately. To add them back, send a new invitation.",
    ],
    confirm: "Remove",
    done: (name: string) => `${name} removed`,
  },
  reassign: {
    created: (count: number) => `The selected members own ${projects(count)}.`,
    createdBy: (name: JSX.Element, count: number): JSX.Element => [
      name,
      ` owns ${projects(count)}.`,
    ],
    label: "Reassign projects to",
    keep: "No one (leave without an owner)",
  },
  leave: {
    title: (organization: string) => `Leave ${organization}?`,
    text: "You’ll lose access immediately. Your projects stay, without an owner. Invitations you sent stop working. To come back, you’ll need a new invitation.",
    confirm: "Leave",
    done: (organization: string) => `You left ${organization}`,
  },
});
