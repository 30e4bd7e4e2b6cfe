/** An invalid or missing response of a provider. It is logged, so it must not contain a code, token or claim. */
export class ProviderFailure extends Error {
  constructor(
    /** The name of the response, such as "the token" or "the discovery document". */
    readonly what: string,
    readonly why: string,
  ) {
    super(`${what}: ${why}`);
    this.name = "ProviderFailure";
  }
}

/** The provider refused a used or expired code. The user has to sign in at the provider again. */
export class CodeRefused extends Error {}
