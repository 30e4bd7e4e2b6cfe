import { z } from "zod";

/**
 * Organization settings: one schema with defaults and labels. A new key here is stored, validated and shown
 * without another line anywhere.
 */
export const organizationSettings = z.strictObject({
  timezone: z
    .string()
    .max(64)
    .refine(isTimeZone, "Use a time zone such as Europe/Berlin.")
    .default("UTC")
    .meta({
      title: "Time zone",
      description: "Reports and daily totals use it.",
      format: "time-zone",
    }),
  website: z
    .union([
      z.literal(""),
      z
        .url({
          protocol: /^https?$/,
          error: "Enter an address such as https://example.com.",
        })
        .max(200, "Use at most 200 characters."),
    ])
    .default("")
    .meta({ title: "Website", description: "Shown to the people you invite." }),
});

export type OrganizationSettings = z.infer<typeof organizationSettings>;

type Fields = typeof organizationSettings.shape;
type Changes = {
  [K in keyof Fields]: z.ZodOptional<ReturnType<Fields[K]["unwrap"]>>;
};

/** Some of the settings. `partial()` would fill in the defaults of the rest, and so undo what was set before. */
export const organizationSettingsChanges = z.strictObject(
  withoutDefaults(organizationSettings.shape),
);

// `Object.entries` forgets which key has which type.
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
