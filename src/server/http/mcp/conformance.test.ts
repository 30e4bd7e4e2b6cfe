import { expect, test } from "bun:test";
import { resolve } from "node:path";
import { addPersonalKey } from "#testing/kit/api-keys";
import { fixture, serverSuite } from "#testing/kit/suite";
import { freePort, temporaryFolder } from "#testing/kit/temporary";

/**
 * The scenarios of the official conformance tests that need no special tools of the server. The others call tools,
 * resources and prompts that only a server made for the tests has.
 */
const SCENARIOS = [
  "server-initialize",
  "ping",
  "tools-list",
  "dns-rebinding-protection",
];

const program = resolve(
  "node_modules/@modelcontextprotocol/conformance/dist/index.js",
);
const port = freePort();
let key = "";
/** Adds the API key to the requests, because the conformance tests cannot send one. */
const proxy = fixture(() =>
  Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch({ url, method, headers, body }) {
      const { pathname, search } = new URL(url);
      const sent = new Headers(headers);
      if (pathname === "/mcp") sent.set("authorization", `Bearer ${key}`);
      const target = `http://127.0.0.1:${port}${pathname}${search}`;
      return fetch(target, { method, headers: sent, body, redirect: "manual" });
    },
  }),
);
const server = serverSuite(() => ({
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${proxy.port}`,
}));
const folder = fixture(() => {
  const { path, remove } = temporaryFolder();
  return { path, stop: remove };
});

test.each(SCENARIOS)(
  "the conformance tests find nothing: %s",
  async (scenario) => {
    const ada = await server.person("Ada");
    const org = await server.organization(ada);
    ({ key } = await addPersonalKey(server, org.id, ada));
    const url = new URL("/mcp", server.url).href;
    const options = ["--url", url, "--scenario", scenario, "-o", folder.path];
    const child = Bun.spawn([process.execPath, program, "server", ...options], {
      stdout: "pipe",
      stderr: "pipe",
    });
    const output = await new Response(child.stdout).text();
    expect({ output, exit: await child.exited }).toEqual({
      output: expect.stringMatching(
        /Passed: [1-9]\d*\/[1-9]\d*, 0 failed, 0 warnings/,
      ),
      exit: 0,
    });
  },
);
