import type { TextRule } from "../column";

const RULES: Readonly<Record<TextRule, (text: string) => string | null>> = {
  "before comma": (text) => text.split(",", 1)[0]?.trim() || null,
  "display name": (text) => text.toLowerCase().replace(/[\s.]+/g, "-"),
  "Bedrock edition": (text) => {
    const [, model] = /^(.+?)\s*\(Amazon Bedrock Edition\)$/i.exec(text) ?? [];
    return model === undefined ? null : RULES["display name"](model);
  },
};

/** What a text stands for by a rule; null where it stands for nothing. */
export function applyRule(rule: TextRule, text: string): string | null {
  return RULES[rule](text);
}
