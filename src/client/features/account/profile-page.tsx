import { Show } from "solid-js";
import { useAuthContext } from "#client/session/session.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { EmailSection } from "./email/email-section.tsx";
import { NameSection } from "./name-section.tsx";
import { AvatarSection } from "./avatar-section.tsx";
import { texts } from "./texts.ts";

export default function ProfilePage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader title={texts().profile.title} />
      <Show when={context.data}>
        {(found) => (
          <>
            <AvatarSection
              name={found().user.name}
              image={found().user.avatarUrl}
            />
            <NameSection name={found().user.name} />
            <EmailSection user={found().user} />
          </>
        )}
      </Show>
    </>
  );
}
