import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("features/admin-transfers", {
  title: "Transfer admin role",
  text: "Another member becomes an admin in your place once they accept.",
  idle: "You’ll then have the role you choose and can leave the organization.",
  hint: "You’ll choose the new admin and your own new role.",
  action: "Transfer…",
  onlyOne: "Only one transfer can be pending at a time.",
  pending: {
    yours: (to: string, until: Date) =>
      `You offered your admin role to ${to}. They can accept until ${formatDay(until)}.`,
    others: (from: string, to: string, until: Date) =>
      `${from} offered their admin role to ${to}, who can accept until ${formatDay(until)}.`,
    lacksTwoFactor: (to: string) =>
      `This organization requires 2FA. ${to} must set it up before accepting.`,
    cancel: "Cancel transfer",
    cancelled: "Transfer canceled",
    notCancelled: "The transfer couldn’t be canceled.",
  },
  answer: {
    label: "Admin transfer",
    offer: (from: string, role: string, until: Date) =>
      `${from} wants to make you an admin in their place. Their new role will be ${role}. Respond by ${formatDay(until)}.`,
    accept: "Accept",
    decline: "Decline",
    accepted: "You’re now an admin",
    declined: "Admin transfer declined",
    notAnswered: "Your response couldn’t be saved.",
  },
  dialog: {
    title: "Transfer admin role",
    text: "The new admin gets an email and a notice here. Nothing changes until they accept, within 7 days. Invitations you sent then stop working if your new role can’t send them.",
    search: "Find a member",
    searchHint: "Search by name or email.",
    member: "New admin",
    choose: "Select a member…",
    none: "No members can become admin. Invite someone first.",
    roleAfter: "Your new role",
    submit: "Send offer",
    cancel: "Cancel",
    chooseFirst: "Select a member first.",
    sent: (to: string) => `Offer sent to ${to}`,
    failed: "The offer couldn’t be sent",
  },
});
