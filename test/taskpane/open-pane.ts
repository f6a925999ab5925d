import { act, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { mountPane, type PaneOptions } from "../../src/taskpane/mount";
import { functionMetadata } from "../functions/function-metadata";
import { findLabelsQuickly } from "./find-labels";
import { type MemoryHost, memoryHost } from "./memory-host";

export interface OpenPane {
  readonly host: MemoryHost;
  readonly user: UserEvent;
}

const BACKGROUND = /--colorNeutralBackground1: ?([^;]*)/;
let paneBackground = "";

/** The background that the theme gives the pane. */
export function background(): string {
  return paneBackground;
}

/**
 * What a browser has and jsdom has not; the system prefers light. Styles are left out: jsdom lays
 * nothing out, and goes through every rule for every look at an element.
 */
function completeBrowser(): void {
  findLabelsQuickly();
  CSSStyleSheet.prototype.insertRule = (rule) => {
    paneBackground = BACKGROUND.exec(rule)?.[1] ?? paneBackground;
    return 0;
  };
  // Fluent passes over what has no place on the page when the focus moves.
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get(this: HTMLElement) {
      return this.closest("[hidden]") ? null : this.parentElement;
    },
  });
  HTMLElement.prototype.scrollIntoView = jest.fn();
  document.body.getBoundingClientRect = () => new DOMRect(0, 0, 320, 800);
  const light = { matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() };
  Object.assign(window, {
    matchMedia: () => light,
    ResizeObserver: class {
      observe = jest.fn();
      unobserve = jest.fn();
      disconnect = jest.fn();
    },
  });
}

// A pane in jsdom is slow where other suites run beside it.
jest.setTimeout(30_000);

/** The morning of 23 November 2026, where the computer is. */
const NOW = new Date(2026, 10, 23, 9);

/** Read from the source files once, since it takes its time. */
const metadata = functionMetadata();

let closePane: (() => void) | undefined;

/** Shows the pane beside a workbook in memory. */
export async function openPane(options: Partial<PaneOptions> = {}): Promise<OpenPane> {
  completeBrowser();
  const host = memoryHost();
  const user = userEvent.setup({ delay: null });
  const root = document.body.appendChild(document.createElement("div"));
  await act(async () => {
    closePane = mountPane(root, {
      host,
      saveFile: () => Promise.reject(new Error("this pane saves no files")),
      saveText: () => Promise.reject(new Error("this pane saves no texts")),
      openUsageEngine: () => {
        throw new Error("this pane holds no usage");
      },
      connectWarehouse: () => Promise.reject(new Error("this pane asks no server")),
      shareFile: () => Promise.reject(new Error("this pane copies no files")),
      now: () => NOW,
      loadMetadata: () => metadata,
      ...options,
    });
  });
  return { host, user };
}

afterEach(async () => {
  await act(async () => closePane?.());
  document.body.replaceChildren();
});

/** Opens a tab and waits for nothing else. */
export async function showTab(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getByRole("tab", { name: new RegExp(name) }));
}
