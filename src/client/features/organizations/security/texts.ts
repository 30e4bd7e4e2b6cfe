import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

const members = (count: number) =>
  count === 1 ? "1 member" : `${count} members`;
const lack = (count: number) =>
  `${members(count)} ${count === 1 ? "lacks" : "lack"} it`;

export const texts = catalogue("features/organizations/security", {
  title: "Security",
  description: "How members have to sign in.",
  policy: {
    title: "Two-factor authentication",
    text: "A second proof besides the password: an authenticator app or a passkey.",
    off: "Not required. A password alone lets a member in.",
    grace: (from: Date) => `Required from ${formatDay(from)}`,
    graceText: (lacking: number) =>
      lacking === 0
        ? "Everybody has it already."
        : `${lack(lacking)} now and will be kept out then. They see a notice on every page.`,
    inForce: (from: Date) => `Required since ${formatDay(from)}`,
    inForceText: (lacking: number) =>
      lacking === 0
        ? "Everybody has it."
        : `${lack(lacking)} and ${lacking === 1 ? "is" : "are"} kept out until they set it up.`,
    require: "Require it of every member",
    requireHint:
      "Without it a member cannot open anything here; leaving and their other organizations stay open to them.",
    start: "From when",
    startHint: "Of a sooner day, members without it are told by mail.",
    keep: (from: Date, isInForce: boolean) =>
      `${isInForce ? "Since" : "From"} ${formatDay(from)}, as it is`,
    now: "Now",
    inDays: (days: number) => `In ${days} days`,
    on: (day: Date) => formatDay(day),
    save: "Save",
    nothing: "There is nothing to save.",
    applies: "It applies to everybody, admins too.",
  },
  yours: {
    title: "Set it up for yourself first",
    text: "Whoever requires a second factor of others has one.",
    action: "Set it up",
  },
  ask: {
    title: (lacking: number) => `Keep ${members(lacking)} out now?`,
    text: "They are out with their next click, and in again once they have set it up. To give them time, choose a later day.",
    confirm: "Keep out",
  },
  saved: {
    off: "A second factor is no longer required",
    on: "A second factor is required",
    mailed: (mailed: number) =>
      mailed === 0 ? undefined : `${members(mailed)} told by mail.`,
    failed: "Nothing was changed",
  },
  lacking: {
    title: "Members without it",
    inForce: "They are kept out until they set it up.",
    grace: "They are kept out if they do not set it up in time.",
    off: "A stolen password is enough to sign in as one of them.",
    caption: "Members without a second factor, longest first",
    none: "Everybody has a second factor",
    noneText: "Members who have none, or remove theirs, appear here.",
    copy: (addresses: number) =>
      addresses === 1 ? "Copy address" : `Copy ${addresses} addresses`,
    member: "Member",
    role: "Role",
    joined: "Joined",
    access: "Access",
    keptOut: "Kept out",
    you: "You",
  },
});
