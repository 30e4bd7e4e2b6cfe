import { z } from "zod";
import { organizationSettings } from "#shared/settings.ts";
import { type SettingWords, texts as libTexts } from "#client/lib/texts.ts";
import { texts } from "./texts.ts";

/** Describes one setting of an organization for a form. */
export interface Setting {
  name: string;
  label: string;
  hint: string | undefined;
  control: "text" | "number" | "checkbox" | "choice";
  /** The values that a `choice` control offers. */
  options: string[];
  /** The format of a text setting, such as `time-zone`. */
  format: string | undefined;
  isOptional: boolean;
}

/** Describes every setting of the schema. The type of a setting determines its form control. */
export function describeSettings(
  schema: z.ZodObject = organizationSettings,
  words: Record<string, SettingWords> = libTexts().settings,
): Setting[] {
  return Object.entries(schema.shape).map(([name, field]) =>
    describe(name, field as z.ZodType, words[name]),
  );
}

/** Returns a setting's value as the page shows it: `true` is “On”. */
export function wordFor(value: unknown): string {
  if (typeof value === "boolean")
    return value ? texts().setting.on : texts().setting.off;
  return value === "" || value === undefined || value === null
    ? texts().setting.notSet
    : String(value);
}

function describe(
  name: string,
  field: z.ZodType,
  words: SettingWords | undefined,
): Setting {
  const { format } = field.meta() ?? {};
  const inner = typeOf(field);
  return {
    name,
    label: words?.label ?? name,
    hint: words?.hint,
    control: controlFor(inner),
    options: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
    format: typeof format === "string" ? format : undefined,
    isOptional: ["", null].some((empty) => field.safeParse(empty).success),
  };
}

/** Returns the type of a setting without its default and without null, which is the value of an empty number field. */
function typeOf(field: unknown): unknown {
  return field instanceof z.ZodDefault || field instanceof z.ZodNullable
    ? typeOf(field.unwrap())
    : field;
}

function controlFor(field: unknown): Setting["control"] {
  if (field instanceof z.ZodBoolean) return "checkbox";
  if (field instanceof z.ZodNumber) return "number";
  return field instanceof z.ZodEnum ? "choice" : "text";
}
