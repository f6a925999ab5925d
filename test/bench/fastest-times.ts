/**
 * Milliseconds of the fastest run of each, taken in turns: whatever else the computer does can
 * only slow a run down, and it does so to both.
 */
export function fastestTimes(
  runs: number,
  ours: () => unknown,
  peer: () => unknown,
): readonly [ours: number, peer: number] {
  let [fastest, peersFastest] = [Infinity, Infinity];
  for (let run = 0; run < runs; run++) {
    fastest = Math.min(fastest, timeOf(ours));
    peersFastest = Math.min(peersFastest, timeOf(peer));
  }
  return [fastest, peersFastest];
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
