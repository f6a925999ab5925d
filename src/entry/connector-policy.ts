/** A host as a policy can name it: no wildcard, nothing that begins another directive, no IPv6. */
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** The origin of a server as a policy can name it; undefined where none can. */
export function policyOrigin(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, hostname, protocol } = new URL(url);
  const isSound = HOST.test(hostname) && (protocol === "https:" || protocol === "http:");
  return isSound ? origin : undefined;
}
