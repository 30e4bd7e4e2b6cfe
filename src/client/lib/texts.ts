import type { OrganizationSettings } from "#shared/settings.ts";
import { catalogue } from "./language/catalogue.ts";

/** The label and the hint of a setting in a form. */
export interface SettingWords {
  label: string;
  hint: string;
}

export const texts = catalogue("lib", {
  reviewLatest: "Review the latest version and try again.",
  mayBeStored: "We couldn’t confirm that this was saved.",
  unforeseen: "Something went wrong. Try again.",
  unreachable:
    "We can’t reach the server. Check your connection and try again.",
  settings: {
    timezone: {
      label: "Time zone",
      hint: "Used for reports and daily totals.",
    },
    website: { label: "Website", hint: "Shown to people you invite." },
    apiKeyMaxDays: {
      label: "Maximum lifetime of API keys, in days",
      hint: "Applies to new and rotated keys, which then must expire. Leave empty for no maximum.",
    },
  } satisfies Record<keyof OrganizationSettings, SettingWords>,
  whoChanged: {
    byThem: (name: string, ago: string) => `${name} changed this ${ago}.`,
    byYou: (ago: string) => `You changed this ${ago} in another window.`,
    byUnknown: (ago: string) => `This was changed ${ago}.`,
    justNow: "just now",
  },
});
