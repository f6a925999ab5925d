import type { SaveText } from "../taskpane/save-file";
import { handOut } from "./hand-out";

/** Saves texts as files, by a download. */
export const saveText: SaveText = (text, name) =>
  handOut(new TextEncoder().encode(text), name, undefined);
