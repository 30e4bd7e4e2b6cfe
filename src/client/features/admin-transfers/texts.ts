import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("features/admin-transfers", {
  title: "Hand over your admin role",
  text: "Another member becomes an admin in your place, once they accept.",
  idle: "Nothing changes until they do. You keep the role you choose, and may leave then.",
  hint: "You will be asked whom, and for your role afterwards.",
  action: "Hand over…",
  only: "Only one offer can be open at a time.",
  open: {
    yours: (to: string, until: Date) =>
      `You offered your role to ${to}. They have until ${formatDay(until)} to answer.`,
    others: (from: string, to: string, until: Date) =>
      `${from} offered their role to ${to}, who has until ${formatDay(until)} to answer.`,
    lacking: (to: string) =>
      `This organization requires a second factor. ${to} has none yet and has to set one up before accepting.`,
    cancel: "Take back",
    cancelled: "The offer is taken back",
    notCancelled: "The offer was not taken back.",
  },
  dialog: {
    title: "Hand over your admin role",
    text: "They get a mail and a notice here. Nothing changes until they accept, within 7 days.",
    search: "Find a member",
    searchHint: "By name or address.",
    member: "New admin",
    choose: "Choose a member…",
    none: "There is nobody to hand it over to. Invite somebody first.",
    roleAfter: "Your role afterwards",
    submit: "Send offer",
    cancel: "Cancel",
    chooseFirst: "Choose a member first.",
    sent: (to: string) => `Offer sent to ${to}`,
    failed: "The offer was not sent",
  },
});
