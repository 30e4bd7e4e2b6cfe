import { api } from "./api.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { reauthenticated } from "./reauthentication/reauthenticated.ts";
import { texts } from "./texts.ts";

export type PasskeyAnswer = Parameters<
  typeof api.passkeys.signIn.mutate
>[0]["response"];
type NewPasskey = Awaited<ReturnType<typeof api.passkeys.register.mutate>>;

/** Whether this browser, on this page, knows passkeys at all. */
export function isPasskeySupported(): boolean {
  return typeof PublicKeyCredential === "function";
}

/**
 * Has the browser ask for a passkey.
 * @returns what the server checks
 * @throws PageRefusal when none answered: there is none, or the person closed the question
 */
export async function askPasskey(): Promise<PasskeyAnswer> {
  mustBeSupported();
  const optionsJSON = await api.passkeys.startSignIn.mutate();
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return inWords(
    () => startAuthentication({ optionsJSON }),
    texts().passkey.notUsed,
  );
}

/**
 * Waits until the person picks a passkey where the browser offers what to fill into a field. Asking for a passkey
 * elsewhere on the page ends the wait.
 * @returns what the server checks; undefined when it came to nothing, of which nobody has to hear
 */
export async function awaitOfferedPasskey(): Promise<
  PasskeyAnswer | undefined
> {
  try {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable()))
      return undefined;
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const optionsJSON = await api.passkeys.startSignIn.mutate();
    return await startAuthentication({ optionsJSON, useBrowserAutofill: true });
  } catch {
    return undefined;
  }
}

/** Ends the wait of `awaitOfferedPasskey`. */
export async function stopOffering(): Promise<void> {
  const { WebAuthnAbortService } = await import("@simplewebauthn/browser");
  WebAuthnAbortService.cancelCeremony();
}

/**
 * Has the browser make a passkey, and adds it to the account.
 * @throws PageRefusal when it made none
 */
export async function addPasskey(name: string): Promise<NewPasskey> {
  mustBeSupported();
  const optionsJSON = await reauthenticated(() =>
    api.passkeys.startRegistration.mutate(),
  );
  const { startRegistration } = await import("@simplewebauthn/browser");
  const response = await inWords(
    () => startRegistration({ optionsJSON }),
    texts().passkey.notMade,
  );
  return api.passkeys.register.mutate({ name, response });
}

function mustBeSupported(): void {
  if (!isPasskeySupported())
    throw new PageRefusal(texts().passkey.notSupported);
}

/** Browsers say little about why, so that no site learns what a device holds. */
async function inWords<T>(ask: () => Promise<T>, none: string): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new PageRefusal(wordsFor(error, none));
  }
}

function wordsFor(error: unknown, none: string): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return texts().passkey.known;
  if (name === "SecurityError") return texts().passkey.elsewhere;
  if (name === "NotAllowedError" || name === "AbortError") return none;
  return texts().passkey.unable;
}
