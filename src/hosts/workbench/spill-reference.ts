import { type Injector, ObjectMatrix } from "@univerjs/core";
import {
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionNodeFactory,
  IFunctionService,
  LexerNode,
  ReferenceNodeFactory,
  SuffixNodeFactory,
} from "@univerjs/engine-formula";

const NAME = "ANCHORARRAY";

function isReference(
  value: BaseReferenceObject | BaseValueObject | undefined,
): value is BaseReferenceObject {
  return value?.isReferenceObject() ?? false;
}

/** The cells that the formula in a cell spills into, itself included: what `A1#` means. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 2;

  override calculate(anchor?: BaseReferenceObject | BaseValueObject) {
    if (!isReference(anchor) || !anchor.isCell()) return ErrorValueObject.create(ErrorType.REF);
    const { startRow, startColumn } = anchor.getRangePosition();
    // What this very calculation has spilled counts before what an earlier one did.
    const spilled =
      new ObjectMatrix(anchor.getCurrentRuntimeActiveArrayFormulaRange()).getValue(
        startRow,
        startColumn,
      ) ??
      new ObjectMatrix(anchor.getCurrentActiveArrayFormulaRange()).getValue(startRow, startColumn);
    const single = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
    const { x, y } = anchor.getRefOffset();
    const range = spilled ?? single;
    return this.createReferenceObject(anchor, {
      ...range,
      startRow: range.startRow - y,
      endRow: range.endRow - y,
      startColumn: range.startColumn - x,
      endColumn: range.endColumn - x,
    });
  }
}

/**
 * Teaches the formula engine `A1#`, which it reads but does not work out (0.25.1). The formula
 * stays as typed: only its parsed form calls a function in the place of the operator, which the
 * parser hands over as a node of its own or, where nothing else is in the formula, as "A1#".
 */
export function registerSpillReference(injector: Injector): void {
  injector.get(IFunctionService).registerExecutors(new AnchorArray(NAME));
  const functions = injector.get(FunctionNodeFactory);
  const references = injector.get(ReferenceNodeFactory);
  const createReference = references.checkAndCreateNodeType.bind(references);

  /** The call for an anchor such as "A1" or "-A1", or undefined where that is no reference. */
  function callFor(anchor: string) {
    const reference = createReference(anchor);
    if (!reference) return undefined;
    const call = functions.create(NAME);
    // What negates the reference is to negate the call instead.
    const sign = reference.getParent();
    if (sign) {
      const operands = sign.getChildren();
      operands.splice(operands.indexOf(reference), 1);
      call.setParent(sign);
    }
    reference.setParent(call);
    return call;
  }

  Object.assign(references, {
    checkAndCreateNodeType: (node: LexerNode | string) => {
      const anchor = typeof node === "string" ? /^\s*([^@].*)#\s*$/.exec(node)?.[1] : undefined;
      return anchor === undefined ? createReference(node) : callFor(anchor);
    },
  });

  const suffixes = injector.get(SuffixNodeFactory);
  const createSuffix = suffixes.checkAndCreateNodeType.bind(suffixes);
  Object.assign(suffixes, {
    checkAndCreateNodeType: (node: LexerNode | string) => {
      if (!(node instanceof LexerNode) || node.getToken().trim() !== "#") return createSuffix(node);
      const [anchor] = node.getChildren();
      // The parser adds the operand of the operator once more, behind the anchor.
      return (typeof anchor === "string" && callFor(anchor)) || functions.create(NAME);
    },
  });
}
