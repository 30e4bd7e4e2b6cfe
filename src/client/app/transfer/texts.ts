import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("app/transfer", {
  label: "Offer of the admin role",
  offer: (from: string, role: string, until: Date) =>
    `${from} wants to hand their admin role over to you and become ${role}. You have until ${formatDay(until)} to answer.`,
  accept: "Accept",
  decline: "Decline",
  accepted: "You are an admin now",
  declined: "You declined the offer",
  notAnswered: "Your answer was not taken.",
});
