import { type Injector, toDisposable } from "@univerjs/core";
import { type IShortcutItem, IShortcutService, KeyCode } from "@univerjs/preset-sheets-core";

const COMPLETION = "sheet.formula-embedding-editor.search_function.";

/**
 * Lets Enter take a formula as it is typed and Tab alone take what is offered, as in Excel. Left
 * to itself, the list of offers (0.25.1) takes Enter too, and it lags behind the typing: who
 * types on quickly gets another function than the one they typed.
 */
export function enterAsTyped(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  Object.assign(shortcuts, {
    registerShortcut: (item: IShortcutItem) =>
      item.id.startsWith(COMPLETION) && item.binding === KeyCode.ENTER
        ? toDisposable(() => undefined)
        : register(item),
  });
}
