import { useCallback, useEffect, useState } from "react";
import { shownFigures } from "../../../scenario/saved-scenario-cells";
import { type SavedScenario, savedScenarios } from "../../../scenario/saved-scenarios";
import type { CellValue, Host } from "../../../workbook/host";

/** A scenario of the workbook as the list shows it. */
export interface ListedScenario {
  readonly saved: SavedScenario;
  /** The blended margin that its sheet has now; undefined where it cannot be found. */
  readonly margin: CellValue | undefined;
}

export interface SavedScenarios {
  /** undefined until the workbook was read. */
  readonly list: readonly ListedScenario[] | undefined;
  /** Reads the workbook again: sheets may have been renamed, copied or deleted meanwhile. */
  readonly refresh: () => Promise<readonly SavedScenario[]>;
}

const MARGIN = "summary.margin";

async function marginOf(host: Host, { sheets, content }: SavedScenario) {
  if ("problem" in content) return undefined;
  const figures = await shownFigures(host.read, sheets, content, [MARGIN]);
  return figures.get(MARGIN)?.values[0];
}

/** The scenarios that the workbook holds, read at the start and whenever it is asked for. */
export function useSavedScenarios(
  host: Host,
  day: number,
  report: (error: unknown) => void,
): SavedScenarios {
  const [list, setList] = useState<readonly ListedScenario[]>();

  const refresh = useCallback(async () => {
    const all = savedScenarios(await host.keptProperties(), day);
    const listed: ListedScenario[] = [];
    for (const saved of all) listed.push({ saved, margin: await marginOf(host, saved) });
    setList(listed);
    return all;
  }, [host, day]);

  useEffect(() => {
    refresh().catch(report);
  }, [refresh, report]);

  return { list, refresh };
}
