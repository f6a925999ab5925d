import { literal } from "./native";

/** Input tokens of an agent loop whose steps all fit: steps x first + added x steps x (steps - 1) / 2. */
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
  const first = `MIN(${basePrompt},${contextLimit})`;
  const reached = `MIN(${steps},INT((${contextLimit}-${first})/${addedPerStep})+1)`;
  const fitting = `IF(${addedPerStep}=0,${steps},${reached})`;
  const slid = `${series(fitting, first, addedPerStep)}+(${steps}-${fitting})*${contextLimit}`;
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
