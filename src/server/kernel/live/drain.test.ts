import { expect, test } from "bun:test";
import { startServer } from "#testing/kit/server";
import { listen } from "#testing/kit/live";

test("a stopping server ends its streams, and the pages connect again", async () => {
  const server = await startServer();
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const ears = await Promise.all(
    Array.from({ length: 3 }, () => listen(server, ana, org.slug)),
  );
  await server.stop();
  for (const subscriber of ears) {
    await subscriber.ended;
    expect(subscriber.reason()).toBe("BUSY");
    expect(subscriber.kinds).not.toContain("lost");
  }
});
