import { languages } from 'monaco-editor/editor/editor.api.js';
import { languageIds } from '../languages.ts';
import { completionProvider } from './completion.ts';
import { foldingProvider } from './folding.ts';
import { formattingProvider, rangeFormattingProvider } from './format.ts';
import { hoverProvider } from './hover.ts';
import { quickFixProvider } from './quick-fix.ts';
import { signatureProvider } from './signature.ts';

/** Lends the editor everything we know of SQL. */
export function registerProviders(): void {
  for (const languageId of Object.values(languageIds)) registerFor(languageId);
}

function registerFor(languageId: string): void {
  languages.registerCompletionItemProvider(languageId, completionProvider);
  languages.registerHoverProvider(languageId, hoverProvider);
  languages.registerSignatureHelpProvider(languageId, signatureProvider);
  languages.registerDocumentFormattingEditProvider(languageId, formattingProvider);
  languages.registerDocumentRangeFormattingEditProvider(languageId, rangeFormattingProvider);
  languages.registerCodeActionProvider(languageId, quickFixProvider, { providedCodeActionKinds: ['quickfix'] });
  languages.registerFoldingRangeProvider(languageId, foldingProvider);
}
