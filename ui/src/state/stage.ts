/** What the view on the screen does for a command: only it knows its fields and lists. */
export interface Stage {
  /** Goes to the field for words to search for. */
  search?: () => void;
  /** Shows the chosen utterance in the list. */
  revealUtterance?: () => void;
  /** Shows where the stepper stands, and says it. */
  revealChange?: () => void;
  /** To the next or previous passage. */
  step?: (by: 1 | -1) => void;
}
