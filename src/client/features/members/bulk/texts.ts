import { catalogue } from "#client/lib/language/catalogue.ts";
import type { BulkAction } from "./bulk-bar.tsx";

const people = (count: number) =>
  count === 1 ? "1 member" : `${count} members`;

export const texts = catalogue("features/members/bulk", {
  bar: "Selected members",
  selected: (count: number) => `${count} selected`,
  clear: "Clear selection",
  actions: {
    changeRole: "Change role…",
    suspend: "Suspend…",
    reactivate: "Let in again…",
    remove: "Remove…",
  } satisfies Record<BulkAction, string>,
  title: {
    changeRole: (count: number) => `Change the role of ${people(count)}`,
    suspend: (count: number) => `Suspend ${people(count)}?`,
    reactivate: (count: number) => `Let ${people(count)} in again?`,
    remove: (count: number) => `Remove ${people(count)}?`,
  } satisfies Record<BulkAction, (count: number) => string>,
  text: {
    changeRole: "What they may do changes at once, in every open tab.",
    suspend:
      "They lose access at once, in every open tab, and take no seat. Their role and all that is theirs stay.",
    reactivate: "They have access again, with the role they had.",
    remove:
      "They lose access at once, in every open tab. To let them back in, invite them again.",
  } satisfies Record<BulkAction, string>,
  confirm: {
    changeRole: "Change role",
    suspend: "Suspend",
    reactivate: "Let in again",
    remove: "Remove",
  } satisfies Record<BulkAction, string>,
  done: {
    changeRole: (count: number) => `Role of ${people(count)} changed`,
    suspend: (count: number) => `${people(count)} suspended`,
    reactivate: (count: number) => `${people(count)} let in again`,
    remove: (count: number) => `${people(count)} removed`,
  } satisfies Record<BulkAction, (count: number) => string>,
  failed: "Nothing was changed.",
  role: "New role",
  cancel: "Cancel",
  close: "Close",
  partly: "Not everybody was changed",
  partlyText: (done: number) =>
    done === 0 ? "Nobody was changed." : `${people(done)} changed. Left out:`,
  reasons: {
    YOURSELF: "You cannot do this to yourself.",
    PERMISSION_DENIED: "They may do more than you.",
  },
});
