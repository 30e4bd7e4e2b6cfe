import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";

export const texts = catalogue("features/api-keys", {
  create: "Create API key",
  none: {
    title: "No API keys",
    own: "Create a key so that your scripts and tools can use the API as you.",
    all: "No one in this organization has an API key.",
    account: "Create a key for the program that uses this service account.",
  },
  table: {
    caption: "API keys, newest first",
    name: "Name",
    permissions: "Permissions",
    // The space does not break, because the column is narrow.
    lastUsed: "Last\u00a0used",
    never: "Never",
    expires: "Expires",
    actions: "Actions",
    actionsFor: (name: string) => `Actions for the API key ${name}`,
    permissionCount: (count: number) =>
      count === 1 ? "1 permission" : `${formatCount(count)} permissions`,
    ofKey: (name: string) => `of the API key ${name}`,
    serviceAccount: "Service account",
    grace: (until: JSX.Element): JSX.Element => [
      "The previous secret expires ",
      until,
      ".",
    ],
  },
  expiry: {
    never: "No expiration",
    expired: "Expired",
    soon: "Expires soon",
  },
  menu: {
    kind: "API keys",
    scopes: "Show permissions",
    rotate: "Rotate…",
    edit: "Edit…",
    revoke: "Revoke…",
    ownerOnly: "Only the key’s owner can rotate it.",
  },
  scopes: {
    title: (name: string) => `Permissions of ${name}`,
    text: "The key has these permissions as long as its owner’s role grants them.",
    close: "Close",
    presets: "Choose permissions",
    readOnly: "Read-only",
    all: "Everything I can do",
    allOfAccount: "Everything its role can do",
    nothing: "Your role has no permissions that an API key can have.",
    nothingOfAccount:
      "You and this service account have no permissions in common that an API key can have.",
  },
  form: {
    title: "Create API key",
    titleFor: (account: string) => `Create API key for ${account}`,
    editTitle: (name: string) => `Edit ${name}`,
    failed: "The API key couldn’t be created.",
    notSaved: "The API key couldn’t be saved.",
    name: "Name",
    nameHint: "The program that uses this key, for example “Deployment”.",
    expires: "Expires after",
    days: (days: number) => formatPeriod(days),
    custom: "Custom…",
    noScope: "Choose at least one permission.",
    customDays: "Number of days",
    customDaysWrong: (max: number) =>
      `Enter a whole number from 1 to ${formatCount(max)}.`,
    never: "No expiration",
    neverWarning:
      "A key without an expiration date works until someone revokes it, even if it leaked long ago. We recommend setting a date and rotating the key before then.",
    limited: (days: number) =>
      `Your organization limits API keys to ${formatPeriod(days)}.`,
    cancel: "Cancel",
    submit: "Create API key",
    save: "Save changes",
    saved: (name: string) => `${name} saved`,
    ownedByOther: (name: string) =>
      `This is a personal key of ${name}. You can remove permissions, but not add any.`,
  },
  secret: {
    title: "Copy your API key",
    titleRotated: (name: string) => `Copy the new secret of ${name}`,
    text: "You won’t see it again. Store it in a safe place, such as a secret manager, and never in code or in a browser.",
    label: "API key",
    copy: "Copy API key",
    copied: "Copied",
    done: "Done",
    connect: "See how to use it",
    oldEnds: (until: Date) =>
      `The previous secret works until ${formatDay(until)}. Replace it everywhere before then.`,
    oldEnded: "The previous secret no longer works.",
    leaveTitle: "Close without copying the key?",
    leaveText:
      "You won’t see this secret again. If you lose it, rotate the key or create a new one.",
  },
  rotate: {
    title: (name: string) => `Rotate ${name}`,
    text: "You’ll get a new secret with the same permissions.",
    failed: "The API key couldn’t be rotated.",
    overlap: "Keep the previous secret working for",
    overlapHint: "Time to replace it in all programs that use it.",
    hours: (hours: number) => {
      if (hours === 0) return "0 hours (stops working immediately)";
      if (hours === 1) return "1 hour";
      return hours > 24 ? `${hours / 24} days` : `${hours} hours`;
    },
    renewed: (days: number) =>
      `The new secret expires in ${formatPeriod(days)}.`,
    cancel: "Cancel",
    submit: "Rotate API key",
  },
  revoke: {
    title: (name: string) => `Revoke ${name}?`,
    text: (ending: JSX.Element): JSX.Element => [
      "Every program that uses the key ending in ",
      ending,
      " will stop working immediately. You can’t undo this.",
    ],
    lastUsed: (when: JSX.Element): JSX.Element => ["Last used ", when, "."],
    neverUsed: "The key has never been used.",
    action: "Revoke",
    done: (name: string) => `${name} revoked`,
  },
});
