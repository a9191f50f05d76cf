import type { languages } from 'monaco-editor/editor/editor.api.js';
import { parameterText, signatureText } from '../../../src/dialect/signature-text.ts';
import { signatureHelp } from '../../../src/dialect/signature.ts';
import { readDocument } from '../documents.ts';

/** The parameters of the call that is being written. */
export const signatureProvider: languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: ['(', ','],
  signatureHelpRetriggerCharacters: [')'],
  async provideSignatureHelp(model, position) {
    const offset = model.getOffsetAt(position);
    const { text, catalog } = await readDocument(model);
    const help = signatureHelp(text, offset, catalog);
    if (help === undefined) return null;
    const { name, signatures, description } = help.found;
    return {
      value: {
        activeSignature: help.active,
        activeParameter: help.parameter,
        signatures: signatures.map((signature) => ({
          label: signatureText(name, signature),
          parameters: [
            ...signature.parameters.map((parameter) => ({ label: parameterText(parameter) })),
            ...(signature.varargs === undefined ? [] : [{ label: `… ${signature.varargs}` }]),
          ],
          ...(description !== undefined && { documentation: { value: description } }),
        })),
      },
      dispose: () => undefined,
    };
  },
};
