import type { ParameterShape, SignatureShape } from './catalog-shape.ts';

/** One parameter as signatures show it: `value INTEGER`, `separator := VARCHAR`. */
export function parameterText(parameter: ParameterShape): string {
  if (parameter.type === undefined) return parameter.name;
  return parameter.named === true ? `${parameter.name} := ${parameter.type}` : `${parameter.name} ${parameter.type}`;
}

/** A whole signature: `round(x DOUBLE, precision INTEGER) → DOUBLE`. */
export function signatureText(name: string, signature: SignatureShape): string {
  const parameters = signature.parameters.map(parameterText);
  if (signature.varargs !== undefined) parameters.push(`… ${signature.varargs}`);
  const returns = signature.returns === undefined ? '' : ` → ${signature.returns}`;
  return `${name}(${parameters.join(', ')})${returns}`;
}
