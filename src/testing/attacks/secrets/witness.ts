import { Actor, type Answer } from "#testing/kit/actor";
import type { Reachable } from "#testing/kit/people";

const SECRET_FIELD =
  /password$|token$|^code$|^state$|^secret$|^challenge$|^recoveryCodes$|^url$|^uri$/i;

export type Remember = (kind: string, secret: string) => void;

/** An actor that remembers every secret in its requests and in the server's responses. */
export class Witness extends Actor {
  readonly #server: Pick<Reachable, "url">;
  readonly #remember: Remember;

  constructor(
    server: Pick<Reachable, "url">,
    remember: Remember,
    name: string,
    email: string,
    password: string,
  ) {
    super(server, name, email, password);
    this.#server = server;
    this.#remember = remember;
  }

  override async fetch(
    ...[path, init]: Parameters<Actor["fetch"]>
  ): Promise<Answer> {
    if (typeof init.body === "string")
      this.#rememberFields(JSON.parse(init.body), path);
    const answer = await super.fetch(path, init);
    for (const cookie of answer.headers.getSetCookie())
      this.#rememberCookie(cookie);
    // Skip errors, because the field `code` of an error is not a secret.
    if (answer.status < 400) this.#rememberFields(answer.body, path);
    return answer;
  }

  override otherBrowser(): Witness {
    const { name, email, password } = this;
    const other = new Witness(
      this.#server,
      this.#remember,
      name,
      email,
      password,
    );
    other.id = this.id;
    return other;
  }

  #rememberFields(value: unknown, path: string): void {
    if (value === null || typeof value !== "object") return;
    for (const [field, inner] of Object.entries(value)) {
      if (!SECRET_FIELD.test(field)) this.#rememberFields(inner, path);
      else
        for (const secret of [inner].flat())
          if (typeof secret === "string" && secret !== "")
            this.#rememberValue(`${field} of ${path}`, secret);
    }
  }

  #rememberValue(kind: string, secret: string): void {
    const isAddress = URL.canParse(secret);
    if (!isAddress) return this.#remember(kind, secret);
    for (const [name, value] of new URL(secret).searchParams)
      if (/^(state|nonce|code_challenge|secret)$/.test(name))
        this.#remember(`${name} in ${kind}`, value);
  }

  /** Remembers the secret parts of a cookie. Some cookies start with an id, which is not a secret. */
  #rememberCookie(header: string): void {
    const [pair = ""] = header.split(";", 1);
    const name = pair.slice(0, pair.indexOf("="));
    for (const part of pair.slice(name.length + 1).split("."))
      if (part !== "" && !/^[a-z]{2,4}_[0-9a-z]{26}$/.test(part))
        this.#remember(`cookie ${name}`, part);
  }
}
