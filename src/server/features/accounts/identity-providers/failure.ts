/** A provider did not answer as it should. What it says goes into the log, so it holds no code, token or claim. */
export class ProviderFailure extends Error {
  constructor(
    /** Of what: "the token", "the discovery document" … */
    readonly what: string,
    readonly why: string,
  ) {
    super(`${what}: ${why}`);
    this.name = "ProviderFailure";
  }
}

/** The code was used before, or is too old: the person starts again. */
export class CodeRefused extends Error {}
