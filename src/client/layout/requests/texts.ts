import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("layout/requests", {
  ask: {
    role: "Ask for access",
    seat: "Ask for a seat",
  },
  asked: "Request sent",
  withdraw: "Cancel request",
  withdrawn: "Request canceled",
  notWithdrawn: "The request couldn’t be canceled.",
  dialog: {
    title: {
      role: "Ask for access?",
      seat: "Ask for a seat?",
    },
    text: {
      role: "The admins get an email and choose a role for you.",
      seat: "The admins get an email and can give you a seat.",
    },
    message: "Message",
    hint: (most: number) =>
      `The reason for your request. At most ${most} characters, without links.`,
    rest: (message: string) => `Links are removed. The admins see: ${message}`,
    allRemoved: "Links are removed. Nothing of your message is left.",
    failed: "The request couldn’t be sent.",
    cancel: "Cancel",
    send: "Send request",
    sent: "Request sent. You’ll get an email when an admin answers.",
  },
});
