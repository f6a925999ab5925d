import { HostError } from "../../../workbook/host";
import type { BookChanges, BookName } from "../../../workbook/share/book";
import { bytesOf, bytesOfCalls, rangeOf } from "../task";
import type { Change } from "./change";
import {
  findRules,
  formatsOf,
  type FoundFormat,
  type FoundRule,
  type FoundValidation,
  formulasIn,
  withFormula,
} from "./find-rules";

const PHASE = "Changing names and rules";

/** A conditional format with it applies to nothing, and keeps its look. */
const NEVER = "=FALSE";

function namedItem(context: Excel.RequestContext, { name, sheet }: BookName): Excel.NamedItem {
  const { workbook } = context;
  const names = sheet === undefined ? workbook.names : workbook.worksheets.getItem(sheet).names;
  return names.getItemOrNullObject(name);
}

function gone(what: string): HostError {
  return new HostError(
    `${what} is not there any more, or has been changed. Check the workbook again; nothing was changed.`,
    "not found",
  );
}

/**
 * Changes of names, ready to be sent and taken back.
 *
 * @throws HostError if a name does not exist
 */
export async function nameChanges(
  context: Excel.RequestContext,
  names: BookChanges["names"],
): Promise<Change[]> {
  if (names.length === 0) return [];
  const asked = names.map((name) => {
    const item = namedItem(context, name);
    item.load("formula");
    return { name, item };
  });
  await context.sync();
  return asked.map(({ name, item }) => {
    if (item.isNullObject) throw gone(`The name ${name.name}`);
    const before = String(item.formula);
    const set = (to: Excel.RequestContext, formula: string) => {
      namedItem(to, name).formula = formula;
    };
    return {
      bytes: bytesOfCalls(3, 1) + bytesOf([name.formula, before]),
      phase: PHASE,
      before,
      enqueue: (to) => {
        set(to, name.formula);
      },
      takeBack: (to) => {
        set(to, before);
      },
    };
  });
}

function formatChange({ sheet, id, formula: before }: FoundFormat, after = NEVER): Change {
  const set = (to: Excel.RequestContext, formula: string) => {
    formatsOf(to, sheet).getItem(id).custom.rule.formula = formula;
  };
  return {
    bytes: bytesOfCalls(6, 1) + bytesOf([before, after]),
    phase: PHASE,
    before,
    enqueue: (to) => {
      set(to, after);
    },
    takeBack: (to) => {
      set(to, before);
    },
  };
}

function validationChange({ sheet, area, rule }: FoundValidation, before: string, after = "=TRUE") {
  const changed = withFormula(rule, before, after);
  const set = (to: Excel.RequestContext, next: Excel.DataValidationRule) => {
    rangeOf(to.workbook.worksheets.getItem(sheet), area).dataValidation.rule = next;
  };
  return {
    bytes: bytesOfCalls(3, 1) + bytesOf([rule, changed]),
    phase: PHASE,
    before: JSON.stringify(rule),
    enqueue: (to: Excel.RequestContext) => {
      set(to, changed);
    },
    takeBack: (to: Excel.RequestContext) => {
      set(to, rule);
    },
  };
}

function isMeant(rule: FoundRule, { where, sheet, at, before }: BookChanges["others"][number]) {
  if (rule.where !== where || rule.sheet !== sheet || rule.at !== at) return false;
  return rule.where === "validation"
    ? formulasIn(rule.rule).includes(before)
    : rule.formula === before;
}

/**
 * Changes of conditional formats and validations, ready to be sent and taken back. One that is to
 * go never applies from then on.
 *
 * @throws HostError if one is not there
 */
export async function ruleChanges(
  context: Excel.RequestContext,
  others: BookChanges["others"],
): Promise<Change[]> {
  if (others.length === 0) return [];
  const rules = await findRules(context, [...new Set(others.map(({ sheet }) => sheet))]);
  return others.map((other) => {
    const rule = rules.find((one) => isMeant(one, other));
    if (!rule) throw gone(`The ${other.where} of ${other.at} on ${other.sheet}`);
    return rule.where === "validation"
      ? validationChange(rule, other.before, other.formula)
      : formatChange(rule, other.formula);
  });
}
