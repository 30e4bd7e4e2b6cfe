import type { z } from "zod";
import { ProviderFailure } from "./failure";

/** Parses a JSON response. @throws ProviderFailure */
export async function readJson<T>(
  what: string,
  response: Response,
  form: z.ZodType<T>,
): Promise<T> {
  if (response.status !== 200)
    throw new ProviderFailure(what, `status ${response.status}`);
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    throw new ProviderFailure(what, "not JSON");
  }
  return inForm(what, body, form);
}

export function inForm<T>(what: string, value: unknown, form: z.ZodType<T>): T {
  const parsed = form.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProviderFailure(what, `wrong ${issue?.path.join(".") || "form"}`);
}
