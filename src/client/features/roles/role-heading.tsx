import ChevronLeft from "lucide-solid/icons/chevron-left";
import type { JSX } from "solid-js";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import { texts } from "./texts.ts";

/** The heading of a page below the list of roles, with a link to the list. */
export function RoleHeading(props: {
  title: string;
  description?: JSX.Element;
  badge?: JSX.Element;
  actions?: JSX.Element;
}) {
  const path = useOrganizationPath();
  return (
    <>
      <nav aria-label={texts().breadcrumb} class="mb-3">
        <a
          href={path("settings/roles")}
          class="-ml-1 inline-flex items-center gap-0.5 rounded-sm text-sm text-muted hover:text-ink pointer-coarse:min-h-11"
        >
          <ChevronLeft size={16} /> {texts().title}
        </a>
      </nav>
      <PageHeader {...props} />
    </>
  );
}
