import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/requests", {
  description: "These members asked for a role or a seat.",
  caption: "Open requests, newest first",
  none: "No open requests",
  noneText:
    "When members ask for access to a page or for a seat, you see it here.",
  member: "Member",
  wanted: "Asks for",
  seat: "A seat",
  asked: "Asked",
  actions: "Actions",
  approve: "Approve",
  decline: "Decline",
  withdraw: "Cancel request",
  of: (name: string) => `of ${name}`,
  withdrawn: "Request canceled",
  failed: "The request couldn’t be answered.",
  approved: (name: string) => `Request of ${name} approved`,
  declined: (name: string) => `Request of ${name} declined`,
  role: {
    title: (name: string) => `Change ${name}’s role?`,
    label: "New role",
    choose: "Select a role",
    none: "You can’t give a role with this permission. Ask an admin with more permissions.",
    cancel: "Cancel",
    confirm: "Change role",
  },
  seatDialog: {
    title: (name: string) => `Give ${name} a seat?`,
    text: "If all seats are taken, the newest member without a chosen seat becomes read-only.",
    confirm: "Give seat",
  },
  declineDialog: {
    title: (name: string) => `Decline the request of ${name}?`,
    text: "Their access stays the same. They get an email.",
    confirm: "Decline request",
  },
});
