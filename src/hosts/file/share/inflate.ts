import { deflateSync, Inflate } from "fflate";
import { crc32 } from "./crc32";
import { type ArchiveEntry, DamagedArchive, IS_UTF8 } from "./zip-archive";

const STORED = 0;
const DEFLATED = 8;
/** Deflate makes at most 1,032 bytes of one, so that no step makes more than 34 MB. */
const STEP = 32 * 1024;

/** Whoever states a small size and packs a large one is stopped as soon as that shows. */
function inflateTo(size: number, packed: Uint8Array): Uint8Array {
  const result = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new DamagedArchive("holds more than it states");
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  if (length !== size) throw new DamagedArchive("holds less than it states");
  return result;
}

function unpacked({ name, method, size, packed }: ArchiveEntry): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    throw new DamagedArchive(`packs ${name} by a method that Excel does not use`);
  try {
    return inflateTo(size, packed);
  } catch (error) {
    if (error instanceof DamagedArchive) throw error;
    throw new DamagedArchive(`has a damaged part ${name}`);
  }
}

/**
 * The bytes of a part.
 *
 * @throws DamagedArchive if they are not what its entry states
 */
export function inflated(entry: ArchiveEntry): Uint8Array {
  const bytes = unpacked(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw new DamagedArchive(`has a damaged part ${entry.name}`);
  }
  return bytes;
}

/** A part to be written. */
export function deflatedEntry(name: string, bytes: Uint8Array, time: number): ArchiveEntry {
  return {
    name,
    flags: IS_UTF8,
    method: DEFLATED,
    time,
    crc: crc32(bytes),
    size: bytes.length,
    packed: deflateSync(bytes),
  };
}
