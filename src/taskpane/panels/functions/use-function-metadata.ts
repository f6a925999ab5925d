import { useEffect, useState } from "react";
import type { FunctionMetadata } from "../../../functions/function-metadata";

interface LoadedMetadata {
  /** Undefined until they are loaded. */
  readonly metadata: readonly FunctionMetadata[] | undefined;
  readonly hasFailed: boolean;
}

/** The texts of all functions, loaded once. */
export function useFunctionMetadata(
  load: () => Promise<readonly FunctionMetadata[]>,
): LoadedMetadata {
  const [loaded, setLoaded] = useState<LoadedMetadata>({ metadata: undefined, hasFailed: false });
  useEffect(() => {
    let isWanted = true;
    load().then(
      (metadata) => {
        if (isWanted) setLoaded({ metadata, hasFailed: false });
      },
      () => {
        if (isWanted) setLoaded({ metadata: undefined, hasFailed: true });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
