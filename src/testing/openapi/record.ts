import type { Example } from "#server/http/rest/openapi/examples";
import { startServer, type TestServer } from "../kit/server";
import { addPersonalKey } from "../kit/api-keys";
import { goToProvider } from "../kit/oauth-flow";
import {
  callRest,
  type Procedure,
  type ProcedurePath,
  procedures,
} from "../matrix/procedures";
import {
  createRoles,
  createScenario,
  useDisposableCaller,
} from "../matrix/scenarios";
import { type Attempt, attempts, CHALLENGE } from "../matrix/valid-inputs";
import { CALLED_BY } from "../matrix/work";
import { startDns } from "../peers/dns";
import { startGitHub, type GitHubServer } from "../peers/github";
import { createNormalizer } from "./normalize";

/** Calls every procedure with a REST route on a running server, and returns the calls with stable values. */
export async function recordExamples(): Promise<Record<string, Example>> {
  const github = startGitHub();
  const dns = await startDns();
  dns.defaultAnswer = { records: [[`tenantry-verification=${CHALLENGE}`]] };
  const server = await startServer({
    ...github.environment,
    DNS_SERVERS: dns.address,
  });
  server.stopTime();
  try {
    const examples: [string, Example][] = [];
    for (const procedure of procedures)
      if (procedure.meta.openapi)
        examples.push([
          procedure.path,
          await record(server, github, procedure),
        ]);
    return Object.fromEntries(examples);
  } finally {
    await server.stop();
    await dns.stop();
    await github.stop();
  }
}

async function record(
  server: TestServer,
  github: GitHubServer,
  { path, meta }: Procedure,
): Promise<Example> {
  const roles = await createRoles(server);
  const org = await server.organization(roles.admin, "Acme");
  const caller = CALLED_BY[path] ?? "admin";
  const scenario = await createScenario(server, roles, caller, org);
  const attempt = (throughProvider(github)[path] ??
    WITH_ROWS[path] ??
    attempts[path]) as Attempt<Record<string, unknown> | undefined>;
  const input = (await attempt(scenario)) ?? {};
  const answer = await callRest(scenario.caller, path, input);
  if (answer.status >= 300)
    throw new Error(
      `The example of ${path} was refused with ${answer.status}: ${answer.text}`,
    );
  const normalize = createNormalizer(server, scenario);
  const { method = "GET", path: route = "" } = meta.openapi ?? {};
  const hasBody = method !== "GET" && method !== "DELETE";
  const isParameter = ([name]: [string, unknown]) =>
    route.includes(`{${name}}`) || !hasBody;
  const fields = Object.entries(input);
  const parameters = fields.filter(isParameter);
  const body = fields.filter((field) => !isParameter(field));
  const isJson = answer.headers.get("content-type")?.includes("json");
  return {
    ...(parameters.length > 0 && {
      parameters: normalize(Object.fromEntries(parameters)) as Record<
        string,
        string
      >,
    }),
    ...(body.length > 0 && { body: normalize(Object.fromEntries(body)) }),
    status: answer.status,
    ...(answer.status !== 204 && {
      response: normalize(isJson ? answer.body : firstLines(answer.text)),
    }),
  };
}

function firstLines(text: string): string {
  return text.split("\r\n").slice(0, 2).join("\r\n");
}

/** Calls whose result would otherwise be empty, or that a key makes itself: they first add a row. */
const WITH_ROWS: Partial<Record<ProcedurePath, Attempt<unknown>>> = {
  "apiKeys.list": async (scenario) => {
    await attempts["apiKeys.rotate"](scenario);
    return { org: scenario.org };
  },
  "apiKeys.mine": async (scenario) => {
    await attempts["apiKeys.rotate"](scenario);
    return {};
  },
  "apiKeys.revokeSelf": async (scenario) => {
    const { server, orgId, roles } = scenario;
    scenario.caller = await addPersonalKey(server, orgId, roles.admin);
    return {};
  },
  "serviceAccounts.list": async (scenario) => {
    await attempts["serviceAccounts.get"](scenario);
    return { org: scenario.org };
  },
  "account.pendingEmail": async ({ caller }) => {
    await caller.post("/auth/change-email", { email: "ada@acme.test" });
    return {};
  },
  "passkeys.list": async (scenario) => {
    await attempts["passkeys.rename"](scenario);
    return {};
  },
  "linkedAccounts.list": async (scenario) => {
    await attempts["linkedAccounts.unlink"](scenario);
    return {};
  },
  "links.list": async (scenario) => {
    await attempts["links.revoke"](scenario);
    return { org: scenario.org };
  },
  "domains.list": async (scenario) => {
    await attempts["domains.update"](scenario);
    return { org: scenario.org };
  },
  "domains.joinable": async (scenario) => {
    await attempts["domains.join"](scenario);
    return {};
  },
  "transfers.pending": async (scenario) => {
    await attempts["transfers.cancel"](scenario);
    return { org: scenario.org };
  },
  "requests.list": async (scenario) => {
    await attempts["requests.withdraw"](scenario);
    return { org: scenario.org };
  },
  "invitations.received": (scenario) => {
    scenario.caller = scenario.roles.stranger;
    return {};
  },
};

/** The calls that need a user of a provider. */
function throughProvider(
  github: GitHubServer,
): Partial<Record<ProcedurePath, Attempt<unknown>>> {
  return {
    "linkedAccounts.startReauthentication": async (scenario) => {
      await useDisposableCaller(scenario);
      const { email } = scenario.caller;
      await scenario.server.db.client.execute({
        sql: "update users set password_hash = null where email = ?",
        args: [email],
      });
      return { provider: "github" };
    },
    "linkedAccounts.complete": async (scenario) => {
      const login = "octocat";
      const emails = [
        { email: "octocat@example.com", primary: true, verified: true },
      ];
      github.know({ id: 583_231, login, emails });
      scenario.caller = scenario.roles.signedOut;
      const { code, state } = await goToProvider(scenario.caller, "github", {
        as: login,
      });
      return { provider: "github", code, state };
    },
  };
}
