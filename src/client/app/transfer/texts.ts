import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("app/transfer", {
  label: "Admin transfer",
  offer: (from: string, role: string, until: Date) =>
    `${from} wants to transfer their admin role to you and become ${role}. Respond by ${formatDay(until)}.`,
  accept: "Accept",
  decline: "Decline",
  accepted: "You’re now an admin",
  declined: "Admin transfer declined",
  notAnswered: "Your response couldn’t be saved.",
});
