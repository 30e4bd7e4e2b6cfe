/**
 * The classes of menus, selects and popovers. These stay inside their landmark, so that screen readers know their
 * context, and have a fixed position, so that no container clips them.
 */
export const POPUP =
  "z-50 rounded-lg border border-line-strong bg-raised p-1 text-left font-normal whitespace-normal text-ink shadow-pop outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in";

export const POPUP_ROW =
  "flex w-full cursor-default items-center gap-2 rounded-sm px-2 py-1.5 text-left text-sm outline-none select-none data-disabled:cursor-not-allowed data-highlighted:bg-hover pointer-coarse:min-h-11";
