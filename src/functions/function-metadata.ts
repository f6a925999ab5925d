/** One function in functions.json, as Microsoft's metadata tool writes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly dimensionality: string;
  readonly type: string;
  readonly optional?: boolean;
}
