import { useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { toastProblem } from "#client/ui/problem-toast.ts";
import { Button } from "#client/ui/button.tsx";
import { Identity } from "#client/ui/identity.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** What the reader, as its admin, may still bring back. */
export function DeletedOrganizations() {
  const navigate = useNavigate();
  const deleted = api.organizations.list.useQuery(() => ({ deleted: "true" }));
  const restore = api.organizations.restore.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const items = () => (deleted.isSuccess ? deleted.data.items : []);

  const bringBack = async (org: string) => {
    try {
      const restored = await restore.mutateAsync({ org });
      toast.success(texts().deleted.restored(restored.name));
      void api.auth.context.invalidate();
      navigate(`/o/${restored.slug}`);
    } catch (error) {
      toastProblem(texts().deleted.failed, error);
    }
    void api.organizations.list.invalidate();
  };

  return (
    <Show when={items().length > 0}>
      <Section
        title={texts().deleted.title}
        description={texts().deleted.text}
        flush
      >
        <ul class="divide-y divide-line">
          <For each={items()}>
            {(organization) => (
              <li class="flex items-center justify-between gap-3 px-5 py-3">
                <Identity
                  name={organization.name}
                  image={organization.logoUrl}
                  shape="organization"
                  detail={`/o/${organization.slug}`}
                />
                <Button onClick={() => bringBack(organization.id)}>
                  {texts().deleted.restore}
                  <span class="sr-only"> {organization.name}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
