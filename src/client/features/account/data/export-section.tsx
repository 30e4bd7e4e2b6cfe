import { api } from "#client/session/api.ts";
import { DownloadSection } from "#client/layout/download-section.tsx";
import { texts } from "./texts.ts";

export function ExportSection() {
  const load = async () => {
    const file = await api.account.export.query();
    const text = JSON.stringify(file, undefined, 2);
    return {
      name: texts().export.file(file.exportedAt.slice(0, 10)),
      content: new Blob([text], { type: "application/json" }),
    };
  };
  return <DownloadSection texts={texts().export} load={load} />;
}
