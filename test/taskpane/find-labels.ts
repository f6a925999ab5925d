/** The labels of a field: those that say its id, and one without an id that it stands in. */
function labelsOf(field: HTMLElement): Element[] {
  const around = field.closest("label:not([for])");
  const named = field.id === "" ? [] : document.querySelectorAll(`label[for="${field.id}"]`);
  return [...named, ...(around ? [around] : [])];
}

/**
 * Lets fields look their labels up as browsers do. jsdom goes through the page once for each label
 * there is, so that one look at the names of all fields would take most of a second.
 */
export function findLabelsQuickly(): void {
  for (const { prototype } of [
    HTMLButtonElement,
    HTMLInputElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
  ]) {
    Object.defineProperty(prototype, "labels", {
      configurable: true,
      get(this: HTMLElement) {
        return labelsOf(this);
      },
    });
  }
}
