import { api } from "./api.ts";
import { PageRefusal } from "#client/lib/problem.ts";
import { reauthenticated } from "./reauthenticated.ts";
import { texts } from "./texts.ts";

export type PasskeyAnswer = Parameters<
  typeof api.passkeys.signIn.mutate
>[0]["response"];
type NewPasskey = Awaited<ReturnType<typeof api.passkeys.register.mutate>>;

export function isPasskeySupported(): boolean {
  return typeof PublicKeyCredential === "function";
}

/**
 * Asks the browser for a passkey.
 * @returns the signed answer of the passkey, which the server verifies
 * @throws PageRefusal if the user has no passkey or cancels
 */
export async function askPasskey(): Promise<PasskeyAnswer> {
  guardSupported();
  const optionsJSON = await api.passkeys.startSignIn.mutate();
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return withReadableError(
    () => startAuthentication({ optionsJSON }),
    texts().passkey.notUsed,
  );
}

/**
 * Offers passkeys in the autofill of a field, and waits until the user chooses one. Another request for a passkey on
 * the page ends this wait.
 * @returns the answer of the passkey, which the server verifies; undefined after any failure, because the user did
 *   not ask for a passkey
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
 * Creates a passkey in the browser and adds it to the account.
 * @throws PageRefusal if the browser creates none
 */
export async function addPasskey(name: string): Promise<NewPasskey> {
  guardSupported();
  const optionsJSON = await reauthenticated(() =>
    api.passkeys.startRegistration.mutate(),
  );
  const { startRegistration } = await import("@simplewebauthn/browser");
  const response = await withReadableError(
    () => startRegistration({ optionsJSON }),
    texts().passkey.notMade,
  );
  return api.passkeys.register.mutate({ name, response });
}

function guardSupported(): void {
  if (!isPasskeySupported())
    throw new PageRefusal(texts().passkey.notSupported);
}

/**
 * Replaces an error of the browser by a message for the user. Browsers give few error details, so that no site learns
 * which passkeys a device holds.
 */
async function withReadableError<T>(
  ask: () => Promise<T>,
  none: string,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new PageRefusal(messageFor(error, none));
  }
}

function messageFor(error: unknown, none: string): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return texts().passkey.known;
  if (name === "SecurityError") return texts().passkey.elsewhere;
  if (name === "NotAllowedError" || name === "AbortError") return none;
  return texts().passkey.unable;
}
