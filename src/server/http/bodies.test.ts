import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const KIB = 1024;

const server = serverSuite();
let actor: Actor;
beforeAll(async () => {
  actor = await server.person();
});

const faces = ["/api/organizations", "/trpc/organizations.create"];

function send(path: string, body: BodyInit) {
  const headers = { "content-type": "application/json" };
  return actor.fetch(path, { method: "POST", body, headers });
}

/** A request body that is sent in chunks, without a Content-Length. */
function inPieces(size: number) {
  let left = size;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left <= 0) return controller.close();
      const piece = Math.min(left, 16 * KIB);
      controller.enqueue(new Uint8Array(piece).fill(32));
      left -= piece;
    },
  });
}

describe.each(faces)("%s", (path) => {
  test.each([257 * KIB, 2048 * KIB, 20_000 * KIB])(
    "refuses a body of %d bytes",
    async (size) => {
      const answer = await send(path, " ".repeat(size));
      expect(answer.status).toBe(413);
      expect(problemOf(answer)).toMatchObject({
        code: "PAYLOAD_TOO_LARGE",
        reason: "PAYLOAD_TOO_LARGE",
      });
    },
  );

  test("refuses a body that is too large in chunks", async () => {
    const answer = await send(path, inPieces(300 * KIB));
    expect(answer.status).toBe(413);
    expect(problemOf(answer).reason).toBe("PAYLOAD_TOO_LARGE");
  });

  test("accepts a body of 256 KiB, also in chunks", async () => {
    const padded = '{"name":"Padded"}'.padEnd(256 * KIB);
    expect((await send(path, padded)).status).toBeOneOf([200, 201]);
    const pieces = new Blob([padded]).stream();
    expect((await send(path, pieces)).status).toBeOneOf([200, 201]);
  });

  test.each(["{", '{"name":}', "name=x", "\u0000", '{"name":"x"} trailing'])(
    "refuses a body that is not JSON: %j",
    async (body) => {
      const answer = await send(path, body);
      expect(answer.status).toBe(400);
      expect(problemOf(answer)).toMatchObject({
        code: "BAD_REQUEST",
        reason: "INVALID_INPUT",
        issues: [{ path: "", rule: "NOT_JSON" }],
      });
    },
  );

  test.each(["[]", "null", '"text"', "1", "true", '[{"name":"x"}]'])(
    "refuses JSON that is not an object: %s",
    async (body) => {
      const answer = await send(path, body);
      expect(answer.status).toBe(400);
      expect(problemOf(answer).reason).toBe("INVALID_INPUT");
    },
  );

  test.each(["nmae", "__proto__", "constructor", "toString"])(
    "refuses the unknown field %s by its name",
    async (field) => {
      const answer = await send(
        path,
        `{"name":"x","${field}":{"isAdmin":true}}`,
      );
      expect(answer.status).toBe(400);
      expect(problemOf(answer).issues).toEqual([
        expect.objectContaining({ path: field, rule: "UNKNOWN_FIELD" }),
      ]);
    },
  );

  test("names every invalid field", async () => {
    const { issues = [] } = problemOf(
      await send(path, '{"name":7,"slug":"-"}'),
    );
    expect(issues.map((issue) => issue.path)).toEqual(["name", "slug", "slug"]);
  });
});

describe("over REST", () => {
  test("a field of the path is refused in the body and the query", async () => {
    const [mine, other] = [
      await server.organization(actor),
      await server.organization(actor),
    ];
    const projects = `/organizations/${mine.slug}/projects`;
    const fields = { name: "Where does it go?", org: other.slug };
    const posted = problemOf(await actor.post(projects, fields));
    expect(posted.issues).toEqual([
      expect.objectContaining({ path: "org", rule: "UNKNOWN_FIELD" }),
    ]);
    expect(
      problemOf(await actor.get(`${projects}?org=${other.slug}`)).issues,
    ).toEqual(posted.issues);
    for (const { slug } of [mine, other])
      expect(
        (await actor.get(`/organizations/${slug}/projects`)).body.items,
      ).toEqual([]);
  });

  test("a DELETE accepts fields in its body", async () => {
    const answer = await actor.call("DELETE", "/auth/sessions", { all: true });
    expect(problemOf(answer).issues?.[0]?.path).toBe("all");
  });

  test("an empty body is an empty object", async () => {
    expect((await actor.call("POST", "/organizations")).status).toBe(400);
    expect((await actor.call("POST", "/auth/sign-out")).status).toBe(204);
  });
});
