import type { SelectedCell } from "../hosts/workbench/selected-cell";

/** The parts of the preview's page around the grid. */
export interface WorkbenchPage {
  /** Where the spreadsheet goes. */
  readonly grid: HTMLElement;
  /** Where the pane goes. */
  readonly paneRoot: HTMLElement;
  /** Shows the selected cell in the line below the grid. */
  readonly showCell: (cell: SelectedCell) => void;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`workbench.html has no element with the id ${id}`);
  return found;
}

/** Opens and closes the pane, as the ribbon's button and the pane's own do in Excel. */
function makeCollapsible(pane: HTMLElement, toggle: HTMLElement): void {
  const show = (isShown: boolean) => {
    pane.hidden = !isShown;
    toggle.setAttribute("aria-expanded", String(isShown));
  };
  toggle.addEventListener("click", () => {
    show(pane.hidden !== false);
  });
  element("close-pane").addEventListener("click", () => {
    show(false);
    toggle.focus();
  });
  show(!matchMedia("(max-width: 720px)").matches);
}

/** A part of the page that F6 goes to. */
interface Stop {
  readonly region: HTMLElement;
  readonly focus: () => void;
}

/** F6 goes round the page, as in Excel: within the grid, Tab goes from cell to cell. */
function goRoundWithF6(stops: readonly Stop[]): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    const open = stops.filter(({ region }) => !region.hidden);
    const at = open.findIndex(({ region }) => region.contains(document.activeElement));
    const next = at + (event.shiftKey ? open.length - 1 : 1);
    open[next % open.length]?.focus();
  });
}

/** Brings the page to life; `focusGrid` puts the keyboard into the spreadsheet. */
export function workbenchPage(focusGrid: () => void): WorkbenchPage {
  const [toggle, pane, grid] = [element("toggle-pane"), element("pane"), element("spreadsheet")];
  makeCollapsible(pane, toggle);
  goRoundWithF6([
    { region: toggle, focus: () => toggle.focus() },
    { region: grid, focus: focusGrid },
    { region: pane, focus: () => pane.focus() },
  ]);
  const [address, value, message] = ["cell-address", "cell-value", "cell-message"].map(element);
  return {
    grid,
    paneRoot: element("root"),
    showCell: (cell) => {
      const texts = [
        [address, cell.address],
        [value, cell.shown],
        [message, cell.message ?? ""],
      ] as const;
      for (const [part, text] of texts) {
        // Writing what is there already would have screen readers say it again.
        if (part && part.textContent !== text) part.textContent = text;
      }
    },
  };
}
