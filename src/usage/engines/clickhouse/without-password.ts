import { ClickHouseError, type ClickHouseServer } from "./connection";

/** Hiding a shorter one would tell it by the gaps that it leaves in other words. */
const SHORTEST = 4;

/**
 * An error in which the password does not stand, should a server or a browser ever repeat it: in
 * plain, as in addresses or as in the header.
 */
export function withoutPassword(error: unknown, { user, password }: ClickHouseServer): unknown {
  if (!(error instanceof Error) || password.length < SHORTEST) return error;
  const login = String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`));
  const secrets = [password, encodeURIComponent(password), btoa(login)];
  const hide = (text: string) =>
    secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "•••"), text);
  const isClean = [error.message, error instanceof ClickHouseError ? error.advice : ""].every(
    (text) => hide(text) === text,
  );
  if (isClean) return error;
  return error instanceof ClickHouseError
    ? new ClickHouseError(error.kind, hide(error.message), hide(error.advice))
    : new Error(hide(error.message));
}
