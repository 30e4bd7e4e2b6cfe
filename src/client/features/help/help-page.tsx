import { useParams } from "@solidjs/router";
import { createResource, Match, Show, Switch } from "solid-js";
import { language } from "#client/lib/language/language.ts";
import { NotFound } from "#client/layout/not-found.tsx";
import { SettingsLayout } from "#client/layout/settings-layout.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { isHelpPage, PAGES, type HelpPageName } from "./pages.ts";
import { texts } from "./texts.ts";

const LOOK =
  "max-w-2xl text-sm leading-6 [&_a]:text-accent-ink [&_a]:underline [&_code]:rounded-xs [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-xs [&_h2]:mt-6 [&_h2]:mb-2 [&_h2]:text-base [&_h2]:font-semibold [&_h3]:mt-5 [&_h3]:mb-1 [&_h3]:font-semibold [&_li]:my-1 [&_ol]:my-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_p]:my-3 [&_pre]:my-3 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-3 [&_table]:my-3 [&_table]:block [&_table]:overflow-x-auto [&_td]:border-t [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_td]:align-top [&_th]:py-1.5 [&_th]:pr-4 [&_th]:text-left [&_th]:align-top [&_ul]:my-3 [&_ul]:list-disc [&_ul]:pl-5";

/** The help: short pages about what members and admins can do, and what is new. */
export default function HelpPage() {
  const params = useParams<{ page?: string }>();
  const name = () => params.page ?? "roles";
  const links = () => [
    {
      label: texts().title,
      links: (Object.keys(PAGES) as HelpPageName[]).map((page) => ({
        href: `/help/${page}`,
        label: texts().pages[page],
      })),
    },
  ];
  const known = () => {
    const page = name();
    return isHelpPage(page) ? page : undefined;
  };
  return (
    <SettingsLayout groups={links()}>
      <Show when={known()} fallback={<NotFound />} keyed>
        {(page) => <Article page={page} />}
      </Show>
    </SettingsLayout>
  );
}

function Article(props: { page: HelpPageName }) {
  const [article] = createResource(
    () => props.page,
    (page) => PAGES[page](),
  );
  return (
    <>
      <PageHeader
        title={texts().pages[props.page]}
        description={language === "en" ? undefined : texts().inEnglish}
      />
      <Switch fallback={<Skeleton kind="text" rows={8} />}>
        <Match when={article.state === "errored"}>
          <Callout tone="danger">{texts().notLoaded}</Callout>
        </Match>
        <Match when={article.state === "ready" && article()}>
          {(loaded) => (
            // The HTML is part of the program: it is made from the documents when the web app is built.
            // eslint-disable-next-line solid/no-innerhtml
            <article lang="en" class={LOOK} innerHTML={loaded().html} />
          )}
        </Match>
      </Switch>
    </>
  );
}
