import { z } from "zod";
import { rule } from "./rules";

/**
 * The settings of an organization with their defaults. A new key is stored, validated and shown in the form
 * automatically; only its label and hint must be added to `client/lib/texts.ts`, or the code does not compile.
 */
export const organizationSettings = z.strictObject({
  timezone: z
    .string()
    .max(64)
    .refine(isTimeZone, rule("TIME_ZONE_INVALID"))
    .default("UTC")
    .meta({ format: "time-zone" }),
  website: z
    .union([
      z.literal(""),
      z
        .url({
          protocol: /^https?$/,
          error: rule("WEBSITE_INVALID"),
        })
        .max(200, rule("TOO_LONG")),
    ])
    .default(""),
  /** The largest lifetime of a new or rotated API key; null without a maximum. */
  apiKeyMaxDays: z.int().min(1).max(365).nullable().default(null),
});

export type OrganizationSettings = z.infer<typeof organizationSettings>;

type Fields = typeof organizationSettings.shape;
type Changes = {
  [K in keyof Fields]: z.ZodOptional<ReturnType<Fields[K]["unwrap"]>>;
};

/** Some of the settings, for an update. Zod's `partial()` would reset the other settings to their defaults. */
export const organizationSettingsChanges = z.strictObject(
  withoutDefaults(organizationSettings.shape),
);

// Removes the defaults of all fields. The cast is needed because `Object.entries` loses the types of the keys.
function withoutDefaults(fields: Fields): Changes {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.unwrap().optional(),
    ]),
  ) as Changes;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
