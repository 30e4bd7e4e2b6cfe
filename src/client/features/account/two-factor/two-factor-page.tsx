import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { RecoveryCodesDialog } from "../recovery-codes/recovery-codes-dialog.tsx";
import { AppSection } from "./app-section.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { RecoveryCodesSection } from "./recovery-codes-section.tsx";
import { texts } from "./texts.ts";

export default function TwoFactorPage() {
  const status = api.twoFactor.status.useQuery();
  const [codes, setCodes] = createSignal<string[] | null>(null);
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <Loaded
        query={status}
        skeleton={<Skeleton rows={3} label={texts().title} />}
      >
        {(found) => (
          <>
            <AppSection status={found()} onCodes={setCodes} />
            <PasskeysSection count={found().passkeys} />
            <Show when={found().totp || found().passkeys > 0}>
              <RecoveryCodesSection
                left={found().recoveryCodesLeft}
                onCodes={setCodes}
              />
            </Show>
          </>
        )}
      </Loaded>
      <RecoveryCodesDialog codes={codes()} onClose={() => setCodes(null)} />
    </>
  );
}
