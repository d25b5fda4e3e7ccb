import type { Attachment } from "svelte/attachments";

/** Closes what pops up: by Esc, by a press outside, or when the focus goes elsewhere. `element`
 * holds both the button and what it opened. */
export function dismiss(close: (refocus: boolean) => void): Attachment<HTMLElement> {
  return (element) => {
    const pressed = (event: PointerEvent) => {
      if (!element.contains(event.target as Node)) close(false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      close(true);
    };
    // What had the focus may be gone, as a button that is of no use once pressed.
    const lost = (event: KeyboardEvent) => {
      if (event.target === document.body) key(event);
    };
    const left = (event: FocusEvent) => {
      const to = event.relatedTarget as Node | null;
      if (to && !element.contains(to)) close(false);
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("keydown", lost);
    element.addEventListener("keydown", key);
    element.addEventListener("focusout", left);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("keydown", lost);
      element.removeEventListener("keydown", key);
      element.removeEventListener("focusout", left);
    };
  };
}
