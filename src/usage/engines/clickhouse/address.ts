import { ClickHouseError } from "./connection";

const THIS_DEVICE = ["localhost", "127.0.0.1", "[::1]"];

function wrong(message: string, advice = ""): ClickHouseError {
  return new ClickHouseError("address", message, advice);
}

/**
 * The address of a server as typed, once it holds nothing but a place: https, or http on this
 * device. What was typed is in no message, as it may hold a password.
 */
export function checkedAddress(typed: string): URL {
  const text = typed.trim();
  const example = "An address looks like https://clickhouse.example.com:8443.";
  if (!/^https?:\/\/[^\s\\]+$/i.test(text)) {
    throw wrong("The address of the server must begin with https://.", example);
  }
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address) throw wrong("The address of the server cannot be read.", example);
  if (address.username !== "" || address.password !== "") {
    throw wrong("The address of the server must hold no user and no password: type them below it.");
  }
  if (text.includes("?") || text.includes("#")) {
    throw wrong("The address of the server must hold no ? and no #.", example);
  }
  if (!/^[\w./~-]*$/.test(address.pathname)) {
    throw wrong("The path in the server's address has characters that it must not have.", example);
  }
  if (address.protocol !== "https:" && !THIS_DEVICE.includes(address.hostname)) {
    throw new ClickHouseError(
      "insecure",
      `${address.origin} would be asked without encryption: the password could be read on the way, and browsers refuse it from a page with https.`,
      "Use the server's https address (port 8443 in most set-ups); http is for a server on this device alone.",
    );
  }
  return address;
}
