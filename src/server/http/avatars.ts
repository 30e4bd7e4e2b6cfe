import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { isId } from "../../shared/id";
import { avatars } from "../auth/profile/schema";
import type { Dependencies } from "../context";
import { DomainError } from "../errors";
import type { RequestState } from "./request-state";

/**
 * Pictures of people. Whoever has the address may look: it is as hard to guess as a token, and known only to who shares
 * an organization with the person. Kept by the browser alone, so that a picture taken away is gone elsewhere.
 */
export function mountAvatars(
  app: Hono<RequestState>,
  { db }: Pick<Dependencies, "db">,
): void {
  app.get("/api/avatars/:id", async (c) => {
    c.get("state").route = "/avatars/{id}";
    const id = c.req.param("id");
    const found = isId("avatar", id)
      ? await db.drizzle
          .select({ image: avatars.image })
          .from(avatars)
          .where(eq(avatars.id, id))
          .get()
      : undefined;
    if (!found) throw new DomainError("NOT_FOUND");
    return c.body(new Uint8Array(found.image), 200, {
      "content-type": "image/webp",
      "content-disposition": `inline; filename="${id}.webp"`,
      "content-length": String(found.image.length),
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });
  app.all("/api/avatars/:id", (c) => {
    c.header("allow", "GET");
    throw new DomainError("METHOD_NOT_SUPPORTED");
  });
}
