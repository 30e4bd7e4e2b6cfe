/** An invalid response of a provider. It is logged, so it must not contain a code, token or claim. */
export class ProviderFailure extends Error {
  constructor(
    /** The response: "the token", "the discovery document" … */
    readonly what: string,
    readonly why: string,
  ) {
    super(`${what}: ${why}`);
    this.name = "ProviderFailure";
  }
}

/** The code was used before or has expired, so the user has to start again. */
export class CodeRefused extends Error {}
