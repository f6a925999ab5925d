/** What Microsoft's client library sends to Excel and gets back, as far as the fake uses it. */

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export const ACTION = { instantiate: 1, load: 2, method: 3, set: 4, trace: 5 } as const;

/** Set in a request's flags where Excel is to wait for the end of a cell's editing. */
export const DELAY_FOR_CELL_EDIT = 64;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the path of the object that it stands for, or 0. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseBody {
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
  };
  readonly Results?: readonly { readonly ActionId: number; readonly Value: unknown }[];
}

export interface Response {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: null;
  readonly Body: ResponseBody | null;
}

/** The names in requests that are not the typings' own with a capital letter. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["Gridlines", "showGridlines"],
  ["Headings", "showHeadings"],
]);

/** A member's name in the typings, from its name in a request. */
export function memberName(wireName: string): string {
  return IRREGULAR.get(wireName) ?? wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** A property's name in a response, from its name in the typings. */
export function wireName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}
