import { TRPCClientError } from "@trpc/client";
import { viewHeaders } from "./view-as-role.ts";

/** The body of an error response of the REST API. */
interface RefusedBody {
  message?: unknown;
}

/**
 * Reads a file from the REST API, because tRPC cannot return files.
 * @param path the path below `/api`
 * @returns the content, and the file name that the server proposes
 * @throws TenantryError like every other call
 */
export async function download(
  path: string,
): Promise<{ name: string; content: Blob }> {
  const response = await fetch(`/api${path}`, { headers: viewHeaders() }).catch(
    (error: Error) => {
      throw TRPCClientError.from(error);
    },
  );
  if (!response.ok) throw await errorOf(response);
  const disposition = response.headers.get("content-disposition") ?? "";
  const [, name = "download"] = /filename="([^"]+)"/.exec(disposition) ?? [];
  return { name, content: await response.blob() };
}

async function errorOf(response: Response) {
  const body = (await response.json().catch(() => ({}))) as RefusedBody;
  const message = String(body.message ?? response.statusText);
  const data = { ...body, httpStatus: response.status };
  return TRPCClientError.from(
    { error: { code: -32_603, message, data } },
    { meta: { response } },
  );
}
