import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/members", {
  heir: {
    stayAsTheyAre: "Stay as they are",
    label: "Projects they created",
  },
  memberBadges: {
    you: "You",
    suspended: "Suspended",
    readsOnly: "Reads only",
  },
  memberFilters: {
    show: {
      all: "Everybody",
      active: "With access",
      suspended: "Suspended",
      frozen: "Reading only",
    },
    anyRole: "Any role",
    narrowTheList: "Narrow the list",
    findAMember: "Find a member…",
    role: "Role",
    status: "Status",
  },
  memberMenu: {
    actionsFor: (name: string) => `Actions for ${name}`,
    leaveOrganization: "Leave organization…",
    suspend: "Suspend…",
    letInAgain: "Let in again",
    removeFromOrganization: "Remove from organization…",
  },
  memberTable: {
    member: "Member",
    role: "Role",
    joined: "Joined",
    actions: "Actions",
    caption: "Members, longest first",
  },
  members: {
    removeText: (email: JSX.Element): JSX.Element => [
      "They lose access at once, in every open tab. To let them back in, invite ",
      email,
      " again.",
    ],
    noneFits: "No member fits what you chose above.",
    noneWith: (words: JSX.Element): JSX.Element => [
      "No member that fits has “",
      words,
      "” in their name or address.",
    ],
    select: (name: string) => `Select ${name}`,
    removeFrom: (name: string, name2: string) =>
      `Remove ${name} from ${name2}?`,
    remove: "Remove",
    suspend: (name: string) => `Suspend ${name}?`,
    suspendNow: "Suspend",
    suspendText:
      "They lose access at once, in every open tab, and take no seat. Their role and all that is theirs stay as they are, for as long as you like: let them in again from this list.",
    nobodyFound: "Nobody found",
    showEverybody: "Show everybody",
  },
  roleSelect: {
    own: "You cannot change your own role. Another admin can.",
    roleOf: (name: string) => `Role of ${name}`,
  },
  useMemberActions: {
    removed: (name: string) => `${name} removed`,
    suspended: (name: string) => `${name} suspended`,
    notChanged: (name: string) => `The role of ${name} was not changed.`,
    letIn: (name: string) => `${name} is let in again`,
    notLetIn: (name: string) => `${name} was not let in.`,
  },
});
