/** Why a formula cannot be written in ordinary Excel: its message ends "It becomes a value because …". */
export class NotNative extends Error {
  override readonly name = "NotNative";
}
