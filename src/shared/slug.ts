import { z } from "zod";
import { rule } from "./rules";

/** Words that a slug must not be, because they are paths of the program or would mislead users. */
const RESERVED = new Set(
  "admin api app assets auth billing create dashboard dev docs help invite login logout me new null o organizations root settings sign-in sign-out sign-up signin signup status support system team tenantry trpc undefined www".split(
    " ",
  ),
);

/**
 * A slug: 2–48 of `a-z 0-9 -` in lower case, without a dash at either end, and not a reserved word. A slug is never an
 * ID, because IDs contain `_`.
 */
export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, rule("TOO_SHORT"))
  .max(48, rule("TOO_LONG"))
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, rule("SLUG_CHARACTERS"))
  .refine((slug) => !RESERVED.has(slug), rule("SLUG_RESERVED"));

/** Proposes a slug for a name: `"Acme, Inc."` → `"acme-inc"`. It is empty if no character of the name fits. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
}
