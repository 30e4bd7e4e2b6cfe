import Download from "lucide-solid/icons/download";
import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { saveFile } from "../save-file.ts";
import { texts } from "./texts.ts";

export function ExportSection() {
  const [isPending, setPending] = createSignal(false);
  const problems = createFormProblems([]);
  const download = async () => {
    setPending(true);
    await problems.attempt(async () => {
      const file = await reauthenticated(() => api.account.export.query());
      const name = texts().export.file(file.exportedAt.slice(0, 10));
      saveFile(name, JSON.stringify(file, undefined, 2), "application/json");
      toast.success(texts().export.done);
    });
    setPending(false);
  };
  return (
    <Section
      title={texts().export.title}
      description={texts().export.text}
      footer={
        <>
          <span>{texts().export.hint}</span>
          <Button
            icon={<Download size={16} />}
            pending={isPending()}
            onClick={download}
          >
            {texts().export.action}
          </Button>
        </>
      }
    >
      {problems.general().length > 0 && (
        <ErrorSummary
          title={texts().export.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
      )}
    </Section>
  );
}
