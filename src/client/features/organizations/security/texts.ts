import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";

const members = (count: number) =>
  count === 1 ? "1 member" : `${count} members`;
const withoutTwoFactor = (count: number) =>
  `${members(count)} ${count === 1 ? "doesn’t" : "don’t"} have 2FA`;

export const texts = catalogue("features/organizations/security", {
  title: "Security",
  description: "Sign-in requirements for members.",
  policy: {
    title: "Two-factor authentication",
    text: "Require an authenticator app or passkey in addition to a password.",
    off: "Not required. Members can sign in with a password only.",
    grace: (from: Date) => `Required from ${formatDay(from)}`,
    graceText: (count: number) =>
      count === 0
        ? "All members have 2FA."
        : `${withoutTwoFactor(count)} and will be locked out then. They see a notice on every page.`,
    inForce: (from: Date) => `Required since ${formatDay(from)}`,
    inForceText: (count: number) =>
      count === 0
        ? "All members have 2FA."
        : `${withoutTwoFactor(count)} and ${count === 1 ? "is" : "are"} locked out until they set it up.`,
    require: "Require two-factor authentication",
    requireHint:
      "Members without 2FA can’t open anything in this organization. They can still leave it and use their other organizations.",
    start: "Start",
    startHint:
      "If you choose an earlier date, we’ll email members without 2FA.",
    keep: (from: Date, isInForce: boolean) =>
      `${isInForce ? "Since" : "From"} ${formatDay(from)} (current)`,
    now: "Now",
    inDays: (days: number) => `In ${days} days`,
    on: (day: Date) => formatDay(day),
    applies: "Applies to all members, including admins.",
  },
  yours: {
    title: "Turn on 2FA for yourself first",
    text: "You need it before you can require it.",
    action: "Set up 2FA",
  },
  confirm: {
    title: "Require 2FA now?",
    text: (count: number) =>
      `${members(count)} will be locked out until they set it up. To give them time, choose a later date.`,
    action: "Require 2FA",
  },
  saved: {
    off: "2FA is no longer required",
    on: "2FA is required",
    mailed: (mailed: number) =>
      mailed === 0 ? undefined : `We emailed ${members(mailed)}.`,
    failed: "The policy couldn’t be changed",
  },
  lacking: {
    title: "Members without 2FA",
    inForce: "They’re locked out until they set it up.",
    grace: "They’ll be locked out if they don’t set it up in time.",
    off: "Their accounts are protected by a password only.",
    caption: "Members without 2FA, longest membership first",
    none: "All members have 2FA",
    noneText: "Members who don’t have 2FA appear here.",
    copy: (count: number) =>
      count === 1 ? "Copy email" : `Copy ${count} emails`,
    member: "Member",
    role: "Role",
    joined: "Joined",
    access: "Access",
    lockedOut: "Locked out",
    you: "You",
  },
});
