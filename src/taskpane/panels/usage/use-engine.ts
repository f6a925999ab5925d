import { useEffect, useMemo, useRef } from "react";
import type { UsageEngine } from "../../../usage/engines/usage-engine";

export interface EngineAccess {
  /** The engine; it is opened when it is first asked for. */
  readonly engine: () => UsageEngine;
  /** Ends an engine that failed, so that the next one starts anew. */
  readonly drop: () => void;
}

/** The engine of the tab, for as long as the pane is open. */
export function useEngine(open: () => UsageEngine): EngineAccess {
  const own = useRef<UsageEngine | undefined>(undefined);
  const access = useMemo(
    () => ({
      engine: () => (own.current ??= open()),
      drop: () => {
        own.current?.close();
        own.current = undefined;
      },
    }),
    [open],
  );
  useEffect(() => access.drop, [access]);
  return access;
}
