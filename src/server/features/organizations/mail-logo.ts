import { eq } from "drizzle-orm";
import type { Database } from "#server/kernel/db/client";
import type { Logo } from "#server/kernel/mail/layout";
import { logos } from "./table";

/** Twice the size at which mails show the logo, for sharp screens. */
const SIDE = 80;

/**
 * Returns the uploaded logo of an organization as a small PNG, because some mail programs do not show WebP. A logo at an
 * external URL is left out: loading it would tell its server who reads the mail.
 */
export async function readMailLogo(
  { drizzle }: Database,
  orgId: string,
): Promise<Logo | undefined> {
  const logo = await drizzle
    .select({ image: logos.image })
    .from(logos)
    .where(eq(logos.orgId, orgId))
    .get();
  if (!logo) return undefined;
  const png = await new Bun.Image(logo.image).resize(SIDE, SIDE).png().buffer();
  return { contentType: "image/png", base64: png.toString("base64") };
}
