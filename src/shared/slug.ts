import { z } from "zod";

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
  .min(2, "A slug has at least 2 characters.")
  .max(48, "A slug has at most 48 characters.")
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
    "Use a–z, 0–9 and dashes between them.",
  )
  .refine(
    (slug) => !RESERVED.has(slug),
    "This word is reserved. Choose another.",
  );

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
