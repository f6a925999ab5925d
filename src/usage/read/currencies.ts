import type { Text } from "../column";
import type { Fault } from "../problem";
import type { Columns } from "../source/columns";
import { faultIn, textReader } from "./texts";

/** Reads a currency as three capital letters; null, with a fault, where it is something else. */
export function currencyReader<R>(
  columns: Columns<R>,
  text: Text,
): (record: R, faults: Fault[]) => string | null {
  const read = textReader(columns, text);
  return (record, faults) => {
    const found = read(record);
    const currency = found?.toUpperCase() ?? null;
    if (currency === null || /^[A-Z]{3}$/.test(currency)) return currency;
    faults.push(faultIn(columns, text, record, "a currency such as USD"));
    return null;
  };
}
