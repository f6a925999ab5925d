import { literal } from "./native";

/** Input tokens of steps that all fit: steps x first + added x steps x (steps - 1) / 2. */
function series(steps: string, first: string, added: string): string {
  return `${steps}*${first}+${added}*${steps}*(${steps}-1)/2`;
}

/** Input tokens of an agent loop as a native sum; the limit is "0" where none is given. */
export function nativeAgentTokens(
  steps: string,
  basePrompt: string,
  addedPerStep: string,
  contextLimit: string,
): string {
  const whole = series(steps, basePrompt, addedPerStep);
  const given = literal(contextLimit);
  if (given === 0) return whole;
  // MIN would pass over an empty cell: a - MAX(0, a - b) takes it for 0.
  const first = `(${basePrompt}-MAX(0,${basePrompt}-${contextLimit}))`;
  const room = `MAX(0,${contextLimit}-${basePrompt})`;
  const sliding = `IF(${addedPerStep}=0,0,MAX(0,${steps}-1-INT(${room}/${addedPerStep})))`;
  const fitting = series(`(${steps}-${sliding})`, first, addedPerStep);
  const slid = `${fitting}+${sliding}*${contextLimit}`;
  return given === undefined ? `IF(${contextLimit}=0,${whole},${slid})` : slid;
}

/** Conditions, for AND, under which a limit is given and the prompt of the last step exceeds it. */
export function nativeLimitReached(
  steps: string,
  basePrompt: string,
  addedPerStep: string,
  contextLimit: string,
): string {
  return `${contextLimit}<>0,${steps}>0,${basePrompt}+(${steps}-1)*${addedPerStep}>${contextLimit}`;
}
