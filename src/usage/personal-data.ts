import { sha256 } from "./sha256";

const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]{2,}/g;
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
// Eight groups, or fewer around a double colon; 12:30:45 is a time.
const IPV6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]*::)[0-9a-f:]{4,39})(?![\w:])/gi;

/** Columns that hold what people wrote or who they are, in the exports that we know. */
const PERSONAL =
  /e-?mail|ip_?address|^ip$|^(?:input|output|messages|response|request_body|response_body|proxy_server_request|tool_?calls|status_?message|user_?name|prompts?)$/i;

function pseudonym(identity: string): string {
  return `person-${sha256(identity.trim().toLowerCase()).slice(0, 16)}`;
}

/**
 * The text with every e-mail and IP address replaced by a pseudonym: "person-" and the first 16
 * hexadecimal digits of the SHA-256 of the address in lower case. The same person has the same
 * pseudonym in every file, so that usage and revenue still meet.
 */
export function withoutPersonalData(text: string): string {
  if (text.includes("@")) text = text.replace(EMAIL, pseudonym);
  if (text.includes(".")) text = text.replace(IPV4, pseudonym);
  if (text.includes(":")) text = text.replace(IPV6, pseudonym);
  return text;
}

/** The columns of an export that are dropped because they hold personal data. */
export function personalColumns(names: readonly string[]): string[] {
  return names.filter((name) => PERSONAL.test(name.trim()));
}
