import type { Format, Unusable } from "./format";
import { ANTHROPIC_CONSOLE_COST, ANTHROPIC_COST_REPORT } from "./formats/anthropic-cost";
import { ANTHROPIC_USAGE } from "./formats/anthropic-usage";
import { FOCUS } from "./formats/focus";
import { HELICONE } from "./formats/helicone";
import { LAGO } from "./formats/lago";
import { LANGFUSE_EVENTS, LANGFUSE_OBSERVATIONS, LANGFUSE_TRACES } from "./formats/langfuse";
import { LITELLM_DAILY } from "./formats/litellm-daily";
import { LITELLM_LOGS } from "./formats/litellm-logs";
import { OPENAI_COST } from "./formats/openai-cost";
import { OPENAI_IDLE, OPENAI_USAGE } from "./formats/openai-usage";
import { OPENROUTER_DAILY } from "./formats/openrouter-daily";
import { OPENROUTER_GENERATIONS } from "./formats/openrouter-generations";
import { OPENTELEMETRY } from "./formats/opentelemetry";
import { ORB } from "./formats/orb";
import { STRIPE } from "./formats/stripe";
import { STRIPE_CREDIT_NOTES } from "./formats/stripe-credit-notes";

/** Every export that is recognised by its columns. Plain tables need a mapping instead. */
export const FORMATS: readonly Format[] = [
  OPENAI_USAGE,
  OPENAI_COST,
  ANTHROPIC_USAGE,
  ANTHROPIC_CONSOLE_COST,
  ANTHROPIC_COST_REPORT,
  LANGFUSE_OBSERVATIONS,
  LANGFUSE_EVENTS,
  LITELLM_LOGS,
  ...LITELLM_DAILY,
  HELICONE,
  OPENROUTER_DAILY,
  OPENROUTER_GENERATIONS,
  OPENTELEMETRY,
  FOCUS,
  STRIPE,
  STRIPE_CREDIT_NOTES,
  LAGO,
  ORB,
];

/** Exports that hold nothing to read; they count only where no format fits. */
export const UNUSABLE: readonly Unusable[] = [OPENAI_IDLE, LANGFUSE_TRACES];
