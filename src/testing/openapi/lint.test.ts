import { expect, test } from "bun:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";

test("the OpenAPI document follows the recommended rules of Redocly", async () => {
  const document = createOpenApiDocument(
    appRouter,
    new URL("https://app.tenantry.test"),
  );
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({
    source: JSON.stringify(document),
    config,
  });
  expect(
    problems.map(({ ruleId, message, severity, location: [at] }) => [
      severity,
      ruleId,
      message,
      at?.pointer,
    ]),
  ).toEqual([]);
});
