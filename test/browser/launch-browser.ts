import { type Browser, chromium } from "playwright-core";
import { findBrowser, HOW_TO_GET_ONE } from "./find-browser";

/**
 * Starts the browser that `findBrowser` finds, without a window.
 * @throws Error saying how to get one, where there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (!found) throw new Error(HOW_TO_GET_ONE);
  return chromium.launch(found);
}
