import { ownId } from "../../../workbook/share/own-calls";
import type { FilePackage } from "./file-package";
import type { Relationship } from "./relationships";
import { removalEdit } from "./xml-edits";
import { child, childrenNamed, descendants, prefixedAttribute, type XmlElement } from "./xml-tree";

/** The id of the add-in in its manifest. */
export const ADD_IN_ID = "66002672-392e-449f-b9d3-15d74ce97032";

/** Whether an add-in that a file names is ours: by its id, or by the functions that it registers. */
function isOurs(extension: XmlElement): boolean {
  const references = [
    child(extension, "reference"),
    ...childrenNamed(child(extension, "alternateReferences"), "reference"),
  ];
  const isId = (id = "") => id.replace(/[{}]/g, "").toLowerCase() === ADD_IN_ID;
  const functions = descendants(extension, "customFunctionIds");
  return (
    references.some((each) => isId(each?.attributes.id)) ||
    functions.some(({ text }) => ownId(text.trim()) !== undefined)
  );
}

/** Takes away a part and what it alone refers to, such as the picture of an add-in. */
function removeWhole(parts: FilePackage, path: string): void {
  const related = parts.relationships(path).map(({ target }) => target);
  parts.remove(path);
  const needed = new Set(
    parts.paths
      .filter((each) => /\.rels$/i.test(each))
      .flatMap((each) => parts.relationships(each.replace(/_rels\/([^/]*)\.rels$/i, "$1")))
      .map(({ target }) => target?.toLowerCase()),
  );
  for (const target of related) {
    if (target !== undefined && !needed.has(target.toLowerCase())) parts.remove(target);
  }
}

/** Takes our panes out of the list of panes, and the list with the last of them. */
function removeFromList(parts: FilePackage, list: string, ours: readonly Relationship[]): void {
  const ids = new Set(ours.map(({ id }) => id));
  const isUnwanted = (pane: XmlElement) =>
    descendants(pane, "webextensionref").some((each) =>
      ids.has(prefixedAttribute(each, "id") ?? ""),
    );
  const panes = childrenNamed(parts.tree(list), "taskpane");
  if (panes.every(isUnwanted)) {
    parts.unrelate("", ({ target }) => target === list);
    parts.remove(list);
    return;
  }
  parts.change(list, (root) => childrenNamed(root, "taskpane").filter(isUnwanted).map(removalEdit));
  parts.unrelate(list, ({ id }) => ids.has(id));
}

/**
 * Takes out of a file that the add-in belongs to it, so that colleagues are not asked to install
 * it. What other add-ins keep there stays.
 */
export function removeOwnExtensions(parts: FilePackage): void {
  const lists = parts
    .relationships("")
    .flatMap(({ type, target }) =>
      type === "webextensiontaskpanes" && target !== undefined ? [target] : [],
    );
  for (const list of lists) {
    const ours = parts
      .relationships(list)
      .filter(
        ({ target }) => target !== undefined && parts.has(target) && isOurs(parts.tree(target)),
      );
    if (ours.length === 0) continue;
    removeFromList(parts, list, ours);
    for (const { target } of ours) if (target !== undefined) removeWhole(parts, target);
  }
}
