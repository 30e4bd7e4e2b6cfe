import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";
import { type Contract, contractOf } from "./contract";

/** The file with the contract of the last release. */
export const RELEASED = new URL("./released.txt", import.meta.url);

export function currentContract(): Contract {
  const url = new URL("https://app.tenantry.test");
  return contractOf(createOpenApiDocument(appRouter, url));
}
