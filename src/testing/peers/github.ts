import { createHash, randomBytes } from "node:crypto";

export interface GitHubPerson {
  id: number;
  login: string;
  name?: string | null;
  emails?: { email: string; primary: boolean; verified: boolean }[];
}

/**
 * A simulation of GitHub on loopback: the sign-in pages, the tokens, and the two API endpoints that the program uses.
 */
export interface GitHubServer {
  environment: Record<string, string>;
  know(person: GitHubPerson): void;
  stop(): Promise<void>;
}

interface Grant {
  login: string;
  challenge: string;
  redirectUri: string;
}

const clientId = "Iv1.tenantry";
const clientSecret = "a secret of the tests";

export function startGitHub(): GitHubServer {
  const people = new Map<string, GitHubPerson>();
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, string>();

  const authorize = async (request: Request) => {
    const asked = new URL(request.url).searchParams;
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    const cancel = new URL(back);
    cancel.searchParams.set("error", "access_denied");
    if (request.method === "GET") return page(cancel.href);
    const login = String((await request.formData()).get("login"));
    const code = randomBytes(10).toString("hex");
    codes.set(code, {
      login,
      challenge: asked.get("code_challenge") ?? "",
      redirectUri: asked.get("redirect_uri") ?? "",
    });
    back.searchParams.set("code", code);
    return Response.redirect(back.href, 302);
  };

  // As GitHub does, answer form-encoded unless the client accepts JSON, and use status 200 for errors.
  const token = async (request: Request) => {
    const sent = new URLSearchParams(await request.text());
    const grant = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const isClient =
      sent.get("client_id") === clientId &&
      sent.get("client_secret") === clientSecret;
    const verifier = sent.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    let answer: Record<string, string> = { error: "bad_verification_code" };
    if (!isClient) answer = { error: "incorrect_client_credentials" };
    else if (
      grant?.challenge === challenge &&
      grant.redirectUri === sent.get("redirect_uri")
    ) {
      const value = `gho_${randomBytes(12).toString("hex")}`;
      tokens.set(value, grant.login);
      answer = {
        access_token: value,
        token_type: "bearer",
        scope: "user:email",
      };
    }
    const wantsJson = request.headers.get("accept")?.includes("json");
    return wantsJson
      ? Response.json(answer)
      : new Response(new URLSearchParams(answer).toString());
  };

  const personOf = (request: Request) => {
    const [, value = ""] =
      /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    return people.get(tokens.get(value) ?? "");
  };
  const unknown = () =>
    Response.json({ message: "Bad credentials" }, { status: 401 });

  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    routes: {
      "/login/oauth/authorize": authorize,
      "/login/oauth/access_token": { POST: token },
      "/api/v3/user": (request) => {
        const person = personOf(request);
        if (!person) return unknown();
        const { emails: _, ...user } = person;
        return Response.json(user);
      },
      "/api/v3/user/emails": (request) => {
        const person = personOf(request);
        if (!person) return unknown();
        if (person.emails) return Response.json(person.emails);
        const message = "Resource not accessible by integration";
        return Response.json({ message }, { status: 403 });
      },
    },
  });
  return {
    environment: {
      GITHUB_URL: server.url.origin,
      GITHUB_CLIENT_ID: clientId,
      GITHUB_CLIENT_SECRET: clientSecret,
    },
    know: (person) => void people.set(person.login, person),
    stop: () => server.stop(true),
  };
}

function page(cancel: string): Response {
  const html = `<!doctype html><title>GitHub</title><form method="post" action="">
    <input name="login" placeholder="Username"><button>Authorize</button></form>
    <a href="${cancel.replaceAll("&", "&amp;")}">[ Cancel ]</a>`;
  return new Response(html, { headers: { "content-type": "text/html" } });
}
