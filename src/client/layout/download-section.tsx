import Download from "lucide-solid/icons/download";
import { createSignal } from "solid-js";
import { saveFile } from "#client/lib/save-file.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { Button } from "#client/ui/button.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Section } from "#client/ui/section.tsx";
import { toast } from "#client/ui/toast.ts";

export interface DownloadSectionProps {
  texts: {
    title: string;
    text: string;
    hint: string;
    action: string;
    done: string;
    failed: string;
  };
  load(): Promise<{ name: string; content: Blob }>;
}

/** A section with a button that downloads a file, after the user has reauthenticated if the server requires it. */
export function DownloadSection(props: DownloadSectionProps) {
  const [isPending, setPending] = createSignal(false);
  const problems = createFormProblems([]);
  const start = async () => {
    setPending(true);
    await problems.attempt(async () => {
      const { name, content } = await reauthenticated(() => props.load());
      saveFile(name, content);
      toast.success(props.texts.done);
    });
    setPending(false);
  };
  return (
    <Section
      title={props.texts.title}
      description={props.texts.text}
      footer={
        <>
          <span>{props.texts.hint}</span>
          <Button
            icon={<Download size={16} />}
            pending={isPending()}
            onClick={start}
          >
            {props.texts.action}
          </Button>
        </>
      }
    >
      {problems.general().length > 0 && (
        <ErrorSummary
          title={props.texts.failed}
          problems={problems.general()}
          requestId={problems.requestId()}
        />
      )}
    </Section>
  );
}
