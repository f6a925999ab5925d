import { HostError } from "./host";

/** What a host says of a sheet that does not exist. */
export function missingSheet(name: string): HostError {
  return new HostError(`There is no sheet named ${name}.`, "sheet not found");
}
