import { Show } from "solid-js";
import { useAuthContext } from "#client/session/session.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { DeleteSection } from "./delete-section.tsx";
import { ExportSection } from "./export-section.tsx";
import { texts } from "./texts.ts";

export default function DataPage() {
  const context = useAuthContext(() => undefined);
  return (
    <>
      <PageHeader title={texts().title} description={texts().description} />
      <ExportSection />
      <Show when={context.data}>
        {(found) => <DeleteSection email={found().user.email} />}
      </Show>
    </>
  );
}
