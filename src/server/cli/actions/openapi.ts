import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";
import { print } from "./attempt";
import { readConfig } from "./environment";

export async function printOpenApi(): Promise<void> {
  const { publicUrl } = readConfig();
  print(JSON.stringify(createOpenApiDocument(appRouter, publicUrl), null, 2));
}
