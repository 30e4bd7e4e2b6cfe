import { PageHeader } from "#client/ui/page-header.tsx";
import { Buttons } from "./buttons.tsx";
import { Fields } from "./fields.tsx";
import { Messages } from "./messages.tsx";
import { Overlays } from "./overlays.tsx";
import { Rows } from "./rows.tsx";

/** Shows all UI primitives in their states. */
export function Primitives() {
  return (
    <>
      <PageHeader
        title="Primitives"
        description="The building blocks of pages, in all states."
      />
      <Buttons />
      <Fields />
      <Overlays />
      <Rows />
      <Messages />
    </>
  );
}
