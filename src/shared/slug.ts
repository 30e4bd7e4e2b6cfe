import { z } from "zod";
import { rule } from "./rules";

/** Words that would collide with a path of the program or mislead a reader. */
const RESERVED = new Set(
  "admin api app assets auth billing create dashboard dev docs help invite login logout me new null o organizations root settings sign-in sign-out sign-up signin signup status support system team tenantry trpc undefined www".split(
    " ",
  ),
);

/** 2–48 of `a-z 0-9 -`, folded to lower case, no dash at either end, no reserved word, never the shape of an id. */
export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, rule("TOO_SHORT"))
  .max(48, rule("TOO_LONG"))
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, rule("SLUG_CHARACTERS"))
  .refine((slug) => !RESERVED.has(slug), rule("SLUG_RESERVED"));

/** A slug proposed for a name: `"Acme, Inc."` → `"acme-inc"`. May be empty when nothing of the name can be kept. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
}
