import type { ProviderId } from "#shared/providers";
import type { Actor, Answer } from "./actor";
import { expectStatus } from "./people";

/** The parameters with which a provider redirects to the callback page. */
export interface CallbackParameters {
  provider: ProviderId;
  code: string;
  state: string;
  error?: string;
}

type Intent = "sign-in" | "link" | "reauthenticate";

interface Journey {
  /** The user at the provider who signs in; undefined if the user cancels there. */
  as: string | undefined;
  intent?: Intent;
  next?: string;
}

/** Starts a redirect to a provider and follows the provider's pages up to the callback. */
export async function goToProvider(
  actor: Actor,
  provider: ProviderId,
  { as, intent = "sign-in", next }: Journey,
): Promise<CallbackParameters> {
  const started = await actor.post<"linkedAccounts.startSignIn">(
    `/auth/providers/${provider}/${intent}`,
    {
      ...(next !== undefined && { next }),
    },
  );
  const { url } = expectStatus(started, 200).body;
  const back = await passPages(new URL(url), as);
  const get = (name: string) => back.searchParams.get(name) ?? "";
  return {
    provider,
    code: get("code"),
    state: get("state"),
    ...(back.searchParams.has("error") && { error: get("error") }),
  };
}

export function returnFromProvider(
  actor: Actor,
  { provider, code, state }: CallbackParameters,
  more: { invitationToken?: string } = {},
): Promise<Answer<"linkedAccounts.complete">> {
  const path = `/auth/providers/${provider}/complete`;
  return actor.post<"linkedAccounts.complete">(path, { code, state, ...more });
}

/** Runs a complete sign-in through a provider, including the callback. */
export async function completeProviderFlow(
  actor: Actor,
  provider: ProviderId,
  journey: Journey,
): Promise<Answer<"linkedAccounts.complete">> {
  return returnFromProvider(
    actor,
    await goToProvider(actor, provider, journey),
  );
}

/** Follows the provider's pages: signs in and consents, or cancels. */
async function passPages(start: URL, as: string | undefined): Promise<URL> {
  const cookies = new Map<string, string>();
  let [url, form]: [URL, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 20; step++) {
    const response: Response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form?.toString(),
      redirect: "manual",
      headers: {
        ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
      },
    });
    for (const header of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (header.split(";", 1)[0] ?? "").split(
        "=",
      );
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const html = await response.text();
    if (location) {
      [url, form] = [new URL(location, url), undefined];
      if (url.pathname.startsWith("/sign-in/with/")) return url;
    } else if (as === undefined) url = new URL(cancelOf(html), url);
    else [url, form] = [new URL(actionOf(html), url), filled(html, as)];
    if (url.pathname.startsWith("/sign-in/with/")) return url;
  }
  throw new Error(`The provider never redirected back: ${url.href}`);
}

function actionOf(html: string): string {
  const found = /<form[^>]*action="([^"]*)"/.exec(html)?.[1];
  if (found === undefined) throw new Error(`No form: ${html.slice(0, 2000)}`);
  return found;
}

function cancelOf(html: string): string {
  const found = /<a href="([^"]*)"[^>]*>\[ Cancel \]/.exec(html)?.[1];
  if (found === undefined) throw new Error(`No cancel link: ${html}`);
  return found.replaceAll("&amp;", "&");
}

function filled(html: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
  return new URLSearchParams({
    ...(prompt && { prompt }),
    ...(prompt !== "consent" && { login, password: "any" }),
  });
}
