import { createTenantry, reasonOf } from "../index";

const tenantry = createTenantry({
  url: "https://app.example.com",
  apiKey: process.env.TENANTRY_API_KEY,
});

const { items } = await tenantry.projects.list.query({ org: "acme" });
try {
  await tenantry.projects.create.mutate(
    { org: "acme", name: `Website ${items.length + 1}` },
    { context: { idempotencyKey: "next-website" } },
  );
} catch (error) {
  if (reasonOf(error) !== "PERMISSION_DENIED") throw error;
}
