import { Show } from "solid-js";
import { useAuthContext } from "../../session/session.ts";
import { Badge } from "../../ui/badge.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { NameSection } from "./name-section.tsx";
import { TEXTS } from "./texts.ts";

export default function ProfilePage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader title={TEXTS.profile.title} />
      <Show when={context.data}>
        {(found) => (
          <>
            <NameSection name={found().user.name} />
            <Section
              title={TEXTS.profile.email}
              description={TEXTS.profile.emailText}
            >
              <p class="flex flex-wrap items-center gap-2">
                <span class="break-all">{found().user.email}</span>
                <Show when={found().user.emailVerified}>
                  <Badge tone="success">{TEXTS.profile.confirmed}</Badge>
                </Show>
              </p>
            </Section>
          </>
        )}
      </Show>
    </>
  );
}
