import { join } from "node:path";
import { expectStatus, type TestServer } from "#testing/kit/server";

const REPOSITORY = join(import.meta.dirname, "../../..");

/** The data that a test page gets about the test server. */
export interface Visit {
  url: string;
  headers: Record<string, string>;
  org: string;
  foreignOrg: string;
  /** An organization in which the user is a viewer. */
  viewerOrg: string;
}

/**
 * Runs a test file as a page in its own process, because browser globals and the browser build of a framework cannot be
 * loaded in the process of the server. Throws an error with the output if a test fails.
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

/** Creates the user Ana with her organization, one where she is a viewer, and one where she is not a member. */
export async function prepareVisit(server: TestServer): Promise<Visit> {
  const ana = await server.person("Ana");
  const ben = await server.person("Ben");
  const org = await server.organization(ana, "Acme");
  const viewed = await server.organization(ben, "Beta");
  const foreign = await server.organization(ben, "Elsewhere");
  const { token } = await server.invite(ben, viewed, ana.email, "viewer");
  expectStatus(await ana.post("/invitations/accept", { token }), 200);
  const { url } = server;
  return {
    url: url.href,
    headers: { cookie: ana.cookie, origin: url.origin },
    org: org.slug,
    foreignOrg: foreign.slug,
    viewerOrg: viewed.slug,
  };
}

/** Returns the data of the visit. Call it in the process of the page. */
export function currentVisit(): Visit {
  return JSON.parse(process.env.TENANTRY_VISIT ?? "") as Visit;
}
