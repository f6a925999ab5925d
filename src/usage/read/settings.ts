import type { Text } from "../column";
import type { CachedConvention, Skip } from "../format";
import type { DecimalMark } from "../values/decimal";
import type { Clock } from "./times";

/** How an export is read, where its format alone does not say: settled by evidence or answers. */
export interface Settings {
  readonly mark: DecimalMark;
  readonly clock: Clock;
  readonly cached: CachedConvention;
  /** What names the customer; undefined: nothing does, and all of it is unallocated. */
  readonly customer: Text | undefined;
  /** Records that are not counted. */
  readonly skips: readonly Skip[];
}
