import { Blob, File } from "node:buffer";
import { webcrypto } from "node:crypto";
import { DecompressionStream } from "node:stream/web";
import { TextDecoder, TextEncoder } from "node:util";

// Of files and texts jsdom has less than browsers do. Imported before what needs them at once.
Object.assign(globalThis, { Blob, DecompressionStream, File, TextDecoder, TextEncoder });
Object.defineProperty(globalThis, "crypto", { value: webcrypto });
