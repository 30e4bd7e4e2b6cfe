import { useLocation } from "@solidjs/router";
import {
  createEffect,
  createSignal,
  Index,
  type JSX,
  on,
  onCleanup,
  Show,
} from "solid-js";
import { cx } from "./cx.ts";
import { showCurrent } from "./show-current.ts";

export interface NavLink {
  href: string;
  label: string;
  icon?: () => JSX.Element;
  /** A number beside the link that needs attention, such as pending invitations. */
  count?: number | undefined;
  /** Whether the link is current only on exactly its path, and not on paths below it. */
  exact?: boolean;
}

/** Links under a common heading. */
export interface NavGroup {
  label: string;
  links: readonly NavLink[];
}

export interface NavLinksProps {
  /** The accessible name of the navigation: "Main", "Settings". */
  label: string;
  links: readonly NavLink[];
  /** `tabs` puts the links in a row and underlines the current link; `list` puts them in a column. */
  look: "tabs" | "list";
  onNavigate?: () => void;
}

const LOOKS = {
  tabs: {
    list: "flex gap-1 overflow-x-auto data-more:[mask-image:linear-gradient(to_right,black_calc(100%-3rem),transparent)]",
    link: "relative inline-flex h-10 items-center gap-1.5 rounded-md px-2.5 text-sm whitespace-nowrap text-muted hover:text-ink current:font-medium current:text-ink current:after:absolute current:after:inset-x-2.5 current:after:bottom-0 current:after:h-0.5 current:after:rounded-full current:after:bg-accent focus-visible:-outline-offset-2",
  },
  list: {
    list: "flex flex-col gap-0.5",
    link: "flex h-8 items-center gap-2 rounded-md px-2.5 text-sm text-muted hover:bg-hover hover:text-ink current:bg-hover current:font-medium current:text-ink",
  },
};

/** Links to pages. The link to the current page is marked. */
export function NavLinks(props: NavLinksProps) {
  const location = useLocation();
  const currentness = (link: NavLink) => {
    if (location.pathname === link.href) return "page";
    return !link.exact && location.pathname.startsWith(`${link.href}/`)
      ? "true"
      : undefined;
  };
  const [list, setList] = createSignal<HTMLUListElement>();
  const hasMore = createHasMore(list);
  // On a phone, the tabs are wider than the screen, so the current tab is scrolled into view.
  createEffect(
    on(
      () => location.pathname,
      () => showCurrent(list()),
    ),
  );
  return (
    <nav aria-label={props.label}>
      <ul
        ref={setList}
        data-more={hasMore() ? "" : undefined}
        class={LOOKS[props.look].list}
      >
        {/* By index, because a new list of the same links must not scroll the row back to its start. */}
        <Index each={props.links}>
          {(link) => (
            <li>
              <a
                href={link().href}
                aria-current={currentness(link())}
                class={cx(LOOKS[props.look].link, "pointer-coarse:min-h-11")}
                onClick={() => props.onNavigate?.()}
              >
                {link().icon?.()}
                {link().label}
                <Show when={link().count}>
                  <span class="ml-auto rounded-full bg-sunken px-1.5 text-xs text-muted tabular-nums">
                    {link().count}
                  </span>
                </Show>
              </a>
            </li>
          )}
        </Index>
      </ul>
    </nav>
  );
}

/** Whether links are hidden at the end of a list that scrolls sideways. The list fades out there. */
function createHasMore(list: () => HTMLUListElement | undefined) {
  const [hasMore, setHasMore] = createSignal(false);
  createEffect(() => {
    const element = list();
    if (!element) return;
    const measure = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      setHasMore(scrollWidth - clientWidth - Math.abs(scrollLeft) > 4);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    onCleanup(() => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    });
  });
  return hasMore;
}
