import Download from "lucide-solid/icons/download";
import Printer from "lucide-solid/icons/printer";
import { createMemo, For } from "solid-js";
import { useAuthContext } from "#client/session/session.ts";
import { Button } from "#client/ui/button.tsx";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { saveFile } from "#client/lib/save-file.ts";
import { PrintedCodes } from "./printed-codes.tsx";
import {
  type RecoveryCodesDocument,
  textOf,
} from "./recovery-codes-document.ts";
import { texts } from "./texts.ts";

/** Shows the recovery codes with buttons to copy, download and print them. */
export function RecoveryCodes(props: { codes: readonly string[] }) {
  const context = useAuthContext(() => undefined);
  const content = createMemo<RecoveryCodesDocument>(() => ({
    site: location.host,
    email: context.isSuccess ? context.data.user.email : undefined,
    createdAt: new Date(),
    codes: props.codes,
  }));
  return (
    <>
      <ul
        aria-label={texts().list}
        class="grid gap-x-4 gap-y-1.5 rounded-lg border border-line bg-sunken px-4 py-3 text-center font-mono text-sm min-[22rem]:grid-cols-2"
      >
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="flex flex-wrap gap-2">
        <CopyButton
          value={props.codes.join("\n")}
          label={texts().copy}
          withLabel
        />
        <Button
          icon={<Download size={14} />}
          onClick={() =>
            saveFile(
              texts().fileName,
              new Blob([textOf(content())], {
                type: "text/plain;charset=utf-8",
              }),
            )
          }
        >
          {texts().download}
        </Button>
        <Button icon={<Printer size={14} />} onClick={() => window.print()}>
          {texts().print}
        </Button>
      </div>
      <PrintedCodes content={content()} />
    </>
  );
}
