import { catalogue } from "#client/lib/language/catalogue.ts";

/** What can be done with several members at once. */
export type BulkAction = "changeRole" | "suspend" | "reactivate" | "remove";

const members = (count: number) =>
  count === 1 ? "1 member" : `${count} members`;

export const texts = catalogue("features/members/bulk", {
  bar: "Selected members",
  notYourself: "except you",
  skippedCount: (count: number) => `${count} can’t be changed`,
  willSkip: "Won’t be changed:",
  noneChanged: "None of the selected members can be changed.",
  admins: (names: string) => `Includes admins: ${names}`,
  actions: {
    changeRole: "Change role…",
    suspend: "Suspend…",
    reactivate: "Reactivate…",
    remove: "Remove…",
  } satisfies Record<BulkAction, string>,
  title: {
    changeRole: (count: number) => `Change the role of ${members(count)}`,
    suspend: (count: number) => `Suspend ${members(count)}?`,
    reactivate: (count: number) => `Reactivate ${members(count)}?`,
    remove: (count: number) => `Remove ${members(count)}?`,
  } satisfies Record<BulkAction, (count: number) => string>,
  text: {
    changeRole: "Their permissions will change immediately.",
    suspend:
      "They’ll lose access immediately and free up their seats. Their roles and projects are kept, and you can reactivate them at any time.",
    reactivate: "They’ll regain access with their previous role.",
    remove:
      "They’ll lose access immediately. To add them back, send new invitations.",
  } satisfies Record<BulkAction, string>,
  confirm: {
    changeRole: "Change role",
    suspend: "Suspend",
    reactivate: "Reactivate",
    remove: "Remove",
  } satisfies Record<BulkAction, string>,
  done: {
    changeRole: (count: number) => `Role of ${members(count)} changed`,
    suspend: (count: number) => `${members(count)} suspended`,
    reactivate: (count: number) => `${members(count)} reactivated`,
    remove: (count: number) => `${members(count)} removed`,
  } satisfies Record<BulkAction, (count: number) => string>,
  failed: "The members couldn’t be updated.",
  role: "New role",
  cancel: "Cancel",
  close: "Close",
  partial: (done: number, all: number) => `${done} of ${members(all)} updated`,
  skipped: "Skipped:",
  reasons: {
    YOURSELF: "That’s you.",
    PERMISSION_DENIED: "They have more permissions than you.",
  },
});
