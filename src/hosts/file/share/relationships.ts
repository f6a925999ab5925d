import { childrenNamed, type XmlElement } from "./xml-tree";

/** That one part of a package refers to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as "worksheet": it is the same in all versions of the format. */
  readonly type: string;
  /** The path of the other part; undefined for what lies outside the package. */
  readonly target: string | undefined;
  readonly element: XmlElement;
}

/** The part in which those of a part are kept. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as a path in the package, from the part that names it. */
function resolved(target: string, part: string): string {
  const base = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "." && step !== "") base.push(step);
  }
  return base.join("/");
}

/** A target as one part names another, both as paths in the package. */
export function targetFrom(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => ".."), ...to].join("/");
}

export function relationshipsIn(root: XmlElement, part: string): Relationship[] {
  return childrenNamed(root, "Relationship").map((element) => {
    const { Id = "", Type = "", Target = "", TargetMode } = element.attributes;
    return {
      id: Id,
      type: Type.slice(Type.lastIndexOf("/") + 1),
      target: TargetMode === "External" ? undefined : resolved(Target, part),
      element,
    };
  });
}
