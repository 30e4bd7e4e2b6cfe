import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { type IdKind, isId } from "#shared/id";
import { avatars } from "#server/features/accounts/profile/table";
import type { Dependencies } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { logos } from "#server/features/organizations/table";
import type { RequestState } from "./middleware/request-state";

/**
 * Serves avatars and logos to every client that knows their URL, which is as hard to guess as a token and only sent to
 * members and invited users. Only browsers may cache an image, so that no proxy serves it after its removal.
 */
export function mountPictures(
  app: Hono<RequestState>,
  { db }: Pick<Dependencies, "db">,
): void {
  mount(app, "avatars", "avatar", (id) =>
    db.drizzle
      .select({ image: avatars.image })
      .from(avatars)
      .where(eq(avatars.id, id))
      .get(),
  );
  mount(app, "logos", "logo", (id) =>
    db.drizzle
      .select({ image: logos.image })
      .from(logos)
      .where(eq(logos.id, id))
      .get(),
  );
}

function mount(
  app: Hono<RequestState>,
  name: "avatars" | "logos",
  kind: IdKind,
  find: (id: string) => Promise<{ image: Buffer } | undefined>,
): void {
  app.get(`/api/${name}/:id`, async (c) => {
    c.get("state").route = `/${name}/{id}`;
    const id = c.req.param("id");
    const found = isId(kind, id) ? await find(id) : undefined;
    if (!found) throw new DomainError("NOT_FOUND");
    return c.body(new Uint8Array(found.image), 200, {
      "content-type": "image/webp",
      "content-disposition": `inline; filename="${id}.webp"`,
      "content-length": String(found.image.length),
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });
  app.all(`/api/${name}/:id`, (c) => {
    c.header("allow", "GET");
    throw new DomainError("METHOD_NOT_SUPPORTED");
  });
}
