import { onCleanup, onMount } from "solid-js";
import {
  awaitOfferedPasskey,
  type PasskeyAnswer,
  stopOffering,
} from "#client/session/passkey.ts";

// Request a new passkey challenge before the old one expires after five minutes, because the page may stay open longer.
const RENEWED_AFTER_MS = 4 * 60 * 1000;

/**
 * Offers passkeys in the autofill of the email field while the page is open.
 * @returns a function that restarts the offer after another passkey prompt has ended it
 */
export function createPasskeyOffer(
  onAnswer: (answer: PasskeyAnswer) => void,
): () => void {
  let isOpen = false;
  const offer = async () => {
    const answer = await awaitOfferedPasskey();
    if (answer && isOpen) onAnswer(answer);
  };
  onMount(() => {
    isOpen = true;
    void offer();
    const renew = () => document.visibilityState === "visible" && void offer();
    const timer = setInterval(renew, RENEWED_AFTER_MS);
    onCleanup(() => {
      isOpen = false;
      clearInterval(timer);
      void stopOffering();
    });
  });
  return () => isOpen && void offer();
}
