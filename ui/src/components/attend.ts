import type { Attachment } from "svelte/attachments";

/** Tells which change the pointer or the focus is on, and which is pressed: one set of listeners
 * for all marks below an element. */
export function attend(
  onlight: (change: number | null) => void,
  ongo: (change: number) => void,
): Attachment<HTMLElement> {
  return (element) => {
    const changeAt = (target: EventTarget | null): number | null => {
      const mark = target instanceof Element ? target.closest<HTMLElement>("[data-change]") : null;
      return mark ? Number(mark.dataset.change) : null;
    };
    const light = (event: Event) => onlight(changeAt(event.target));
    const dark = () => onlight(null);
    const go = (event: Event) => {
      const change = changeAt(event.target);
      // Selecting words is not pointing at them.
      if (change !== null && getSelection()?.isCollapsed !== false) ongo(change);
    };
    element.addEventListener("pointerover", light);
    element.addEventListener("pointerleave", dark);
    element.addEventListener("focusin", light);
    element.addEventListener("focusout", dark);
    element.addEventListener("click", go);
    return () => {
      element.removeEventListener("pointerover", light);
      element.removeEventListener("pointerleave", dark);
      element.removeEventListener("focusin", light);
      element.removeEventListener("focusout", dark);
      element.removeEventListener("click", go);
    };
  };
}
