import { join } from "node:path";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization, TestServer } from "#testing/kit/server";

const REPOSITORY = join(import.meta.dirname, "../../..");

/** What a page knows about the server. */
export interface Visit {
  url: string;
  headers: Record<string, string>;
  org: string;
  foreignOrg: string;
}

/**
 * Runs a test file as a page, in its own process: a framework's browser build and browser globals cannot be loaded
 * beside the server. Throws with its output if a test failed.
 */
export async function openPage(file: string, visit: Visit, options: string[]) {
  const page = Bun.spawn(
    [process.execPath, "test", ...options, `./src/sdk/testing/${file}`],
    {
      cwd: REPOSITORY,
      env: { ...process.env, TENANTRY_VISIT: JSON.stringify(visit) },
      stdout: "pipe",
      stderr: "pipe",
    },
  );
  const written = await Promise.all([
    new Response(page.stdout).text(),
    new Response(page.stderr).text(),
  ]);
  return (await page.exited) === 0 ? "" : written.join("\n");
}

/** Ana signed in to her own organization, with another organization beside it. */
export async function prepareVisit(server: TestServer): Promise<Visit> {
  const ana = await server.person("Ana");
  const ben = await server.person("Ben");
  const org = await server.organization(ana, "Acme");
  const foreign = await server.organization(ben, "Elsewhere");
  return visitOf(server, ana, org, foreign);
}

function visitOf(
  { url }: TestServer,
  { cookie }: Actor,
  org: TestOrganization,
  foreign: TestOrganization,
): Visit {
  return {
    url: url.href,
    headers: { cookie, origin: url.origin },
    org: org.slug,
    foreignOrg: foreign.slug,
  };
}

/** Called by the page. */
export function currentVisit(): Visit {
  return JSON.parse(process.env.TENANTRY_VISIT ?? "") as Visit;
}
