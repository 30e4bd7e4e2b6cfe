import { afterEach, beforeAll, expect, test } from "bun:test";
import type { LiveKind } from "#shared/live";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, type TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { until } from "#testing/kit/until";
import { createTenantry, type Tenantry } from "./index";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
const open: { unsubscribe(): void }[] = [];
beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana);
});
afterEach(() => open.splice(0).forEach((each) => each.unsubscribe()));

function clientOf(
  { cookie }: Actor,
  fetch?: Parameters<typeof createTenantry>[0]["fetch"],
): Tenantry {
  return createTenantry({ url: server.url.href, headers: { cookie }, fetch });
}

/** Subscribes to live changes, and resolves after the server has sent the first event or refused the subscription. */
async function follow(client: Tenantry, name = org.slug) {
  const heard = {
    kinds: [] as LiveKind[],
    refusal: undefined as string | undefined,
    isOver: false,
  };
  open.push(
    client.live.changes.subscribe(
      { org: name },
      {
        onData: ({ kind }) => void heard.kinds.push(kind),
        onError: ({ data }) => void (heard.refusal = data?.reason),
        onComplete: () => void (heard.isOver = true),
      },
    ),
  );
  await until("it begins", () => heard.kinds[0] ?? heard.refusal);
  return heard;
}

async function hears(heard: { kinds: LiveKind[] }, kind: LiveKind) {
  await until(
    `it hears of ${kind}`,
    () => heard.kinds.includes(kind) || undefined,
  );
}

test("a program receives changes until it loses access", async () => {
  const ben = await server.join(ana, org, "member");
  const heard = await follow(clientOf(ben));
  const projects = `/organizations/${org.slug}/projects`;
  expectStatus(await ana.post(projects, { name: "Website" }), 201);
  await hears(heard, "projects");
  const member = `/organizations/${org.slug}/members/${ben.id}`;
  expectStatus(await ana.delete(member), 204);
  await hears(heard, "lost");
  await until("it is over", () => heard.isOver || undefined);
});

test("a refused subscription is an error and is not retried", async () => {
  const stranger = await server.person();
  let tries = 0;
  const counting = (...[input, init]: Parameters<typeof fetch>) => {
    tries++;
    return fetch(input, init);
  };
  const heard = await follow(clientOf(stranger, counting));
  expect(heard.refusal).toBe("ORGANIZATION_NOT_FOUND");
  expect(tries).toBe(1);
});

test("a subscription reconnects after a broken connection and a 502", async () => {
  const answers = ["a stream that is cut", "502", "none"];
  const shaky = async (...[input, init]: Parameters<typeof fetch>) => {
    const wrong = answers.shift();
    if (wrong === "none") throw new TypeError("fetch failed");
    if (wrong === "502") return new Response("Bad gateway", { status: 502 });
    const answer = await fetch(input, init);
    return wrong ? cut(answer) : answer;
  };
  const heard = await follow(clientOf(ana, shaky));
  await until(
    "the subscription reconnects",
    () => heard.kinds.length >= 2 || undefined,
  );
  expect(heard.kinds).toEqual(["you", "you"]);
  expect(heard.refusal).toBeUndefined();
  expect(answers).toEqual([]);
});

/** Returns the same response, but ends its body after the first event. */
function cut({ body, headers }: Response): Response {
  const text = body?.pipeThrough(new TextDecoderStream());
  const reader = text?.getReader();
  const encoder = new TextEncoder();
  let sent = "";
  const short = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value = "" } = (await reader?.read()) ?? {};
      sent += value;
      controller.enqueue(encoder.encode(value));
      if (!sent.includes('"kind":"you"}\n\n')) return;
      await reader?.cancel();
      controller.close();
    },
  });
  return new Response(short, { headers });
}
