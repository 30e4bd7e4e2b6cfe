import { createTenantry, isTenantryError, reasonOf } from "../index";

const tenantry = createTenantry({
  url: process.env.TENANTRY_URL ?? "http://localhost:3000",
  apiKey: process.env.TENANTRY_API_KEY,
  org: process.env.TENANTRY_ORG ?? "acme",
  timeout: 20_000,
  retries: 5,
});

export async function importProject(row: { id: string; name: string }) {
  try {
    const { name } = row;
    // However often this program is started again, each row becomes one project.
    const options = { idempotencyKey: `import-${row.id}` };
    return await tenantry.projects.create.mutate({ name }, options);
  } catch (error) {
    if (!isTenantryError(error)) throw error;
    if (reasonOf(error) === "PROJECT_LIMIT") return undefined;
    const [issue] = error.data?.issues ?? [];
    console.error(row.id, issue ? issue.path : error.message);
    throw error;
  }
}

await importProject({ id: "1", name: "Imported" });
await importProject({ id: "1", name: "Imported" });
