/** Chooses between singular and plural as the language does. */
export function chooser(language: string) {
  const rules = new Intl.PluralRules(language);
  return (count: number, one: string, other: string) =>
    rules.select(count) === "one" ? one : other;
}
