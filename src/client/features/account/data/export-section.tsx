import Download from "lucide-solid/icons/download";
import { createSignal } from "solid-js";
import { api } from "#client/session/api.ts";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { reauthenticated } from "#client/session/reauthentication.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";
import { saveFile } from "./save-file.ts";
import { TEXTS } from "./texts.ts";

export function ExportSection() {
  const [isPending, setPending] = createSignal(false);
  const problems = createFormProblems([]);
  const download = async () => {
    setPending(true);
    await problems.attempt(async () => {
      const file = await reauthenticated(() => api.account.export.query());
      const name = TEXTS.export.file(file.exportedAt.slice(0, 10));
      saveFile(name, JSON.stringify(file, undefined, 2));
      toast.success(TEXTS.export.done);
    });
    setPending(false);
  };
  return (
    <Section
      title={TEXTS.export.title}
      description={TEXTS.export.text}
      footer={
        <>
          <span>{TEXTS.export.hint}</span>
          <Button
            icon={<Download size={16} />}
            pending={isPending()}
            onClick={download}
          >
            {TEXTS.export.action}
          </Button>
        </>
      }
    >
      {problems.general().length > 0 && (
        <ErrorSummary
          title={TEXTS.export.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
      )}
    </Section>
  );
}
