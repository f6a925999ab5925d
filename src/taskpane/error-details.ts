import { HostError } from "../workbook/host";
import { VERSION } from "./version";

/** What an error says to the user. */
export function errorMessage(error: unknown): string {
  return error instanceof HostError
    ? error.message
    : "Something went wrong in AIM. Copy the details for whoever gave you the add-in.";
}

/** What helps whoever looks into it: versions and where it happened, nothing from the workbook. */
export function errorDetails(error: unknown, hostName: string): string {
  const lines = [`AIM ${VERSION}, ${hostName}`, navigator.userAgent];
  if (error instanceof HostError) lines.push(error.details);
  else if (error instanceof Error) lines.push(error.stack ?? error.message);
  else lines.push(String(error));
  return lines.join("\n");
}
