import { lazy, Suspense } from "solid-js";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import type { TotpStart } from "./set-up-dialog.tsx";
import { texts } from "./texts.ts";

// Load the QR code on demand, because most visits to the page do not show it.
const QrCode = lazy(() => import("./qr-code.tsx"));

/** Shows the secret for the authenticator app as a QR code, as a link and as text. */
export function AppSecret(props: TotpStart) {
  return (
    <>
      <p>{texts().setUp.scan}</p>
      <div class="my-3 size-44">
        <Suspense>
          <QrCode content={props.uri} label={texts().setUp.qr} />
        </Suspense>
      </div>
      <p class="mb-2 text-sm pointer-fine:hidden">
        <TextLink href={props.uri}>{texts().setUp.open}</TextLink>
      </p>
      <p class="text-sm text-muted">{texts().setUp.type}</p>
      <p class="flex items-center gap-1">
        <code class="font-mono text-sm break-words">
          {inGroups(props.secret)}
        </code>
        <CopyButton value={props.secret} label={texts().setUp.copyKey} />
      </p>
    </>
  );
}

/**
 * Puts a space after every four letters of the secret: `"ABCDEFGH…"` → `"ABCD EFGH …"`. Authenticator apps accept the
 * spaces.
 */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
