import { createTenantry } from "../index";

const tenantry = createTenantry({
  url: process.env.TENANTRY_URL ?? "http://localhost:3000",
  apiKey: process.env.TENANTRY_API_KEY,
  org: process.env.TENANTRY_ORG ?? "acme",
});
await tenantry.projects.create.mutate({ name: "Website" });
for await (const { name, status } of tenantry.projects.list.iterate())
  console.log(name, status);
