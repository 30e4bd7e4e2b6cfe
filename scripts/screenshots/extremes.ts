import type { BrowserContext } from "playwright-core";
import { z } from "zod";

const LONG = "Verwaltungsgesellschaft für grenzüberschreitende Zusammenarbeit ";
const UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänsmütze";

/** Creates an empty organization, and an organization in which every name has the maximum length. */
export async function createExtremes(admin: BrowserContext, origin: string) {
  const post = async (path: string, data: object) => {
    const answer = await admin.request.post(`${origin}/api${path}`, {
      headers: { origin },
      data,
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  await post("/organizations", { name: "Empty", slug: "empty" });
  await post("/organizations", {
    name: LONG.repeat(2).slice(0, 100).trim(),
    slug: "long",
  });
  for (const name of [
    LONG.repeat(4).slice(0, 100).trim(),
    UNBROKEN.repeat(4).slice(0, 100),
    `‏${"مشروع لوحة المتابعة للمبيعات في الشرق الأوسط ".repeat(3).slice(0, 95).trim()}`,
  ])
    await post("/organizations/long/projects", {
      name,
      description: `${UNBROKEN.repeat(6)}\n\n${LONG.repeat(6)}`,
    });
  for (const email of [
    "new@extremes.example",
    `${"very.long.local.part.".repeat(3)}x@${"subdomain.".repeat(8)}example`,
  ])
    await post("/organizations/long/invitations", { email, role: "member" });
  for (const [name, expiresInDays] of [
    ["Deployment", 90],
    [UNBROKEN.repeat(4).slice(0, 100), 7],
    [LONG.repeat(4).slice(0, 100).trim(), null],
  ] as const)
    await post("/organizations/long/api-keys", {
      name,
      scopes: ["project:create", "member:read"],
      expiresInDays,
    });
  for (const name of ["CI", UNBROKEN.repeat(4).slice(0, 100)]) {
    const account = await post("/organizations/long/service-accounts", {
      name,
      description: LONG.repeat(4),
      role: "member",
    });
    const { id } = z.object({ id: z.string() }).parse(await account.json());
    await post(`/organizations/long/service-accounts/${id}/keys`, {
      name: "Pipeline",
      scopes: ["project:create"],
    });
  }
}
