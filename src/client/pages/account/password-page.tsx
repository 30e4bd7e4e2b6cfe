import { Show } from "solid-js";
import { useAuthContext } from "../../session/session.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { PasswordSection } from "./password-section.tsx";
import { TEXTS } from "./texts.ts";

export default function PasswordPage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader
        title={TEXTS.password.title}
        description={TEXTS.password.description}
      />
      <Show when={context.data}>
        {(found) => <PasswordSection email={found().user.email} />}
      </Show>
    </>
  );
}
