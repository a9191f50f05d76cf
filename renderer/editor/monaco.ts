import { editor, KeyCode, KeyMod, languages } from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import './monaco-features.ts';
import { distillerConfiguration, distillerLanguageId, distillerTokenRules } from './distiller-language.ts';
import { languageConfiguration, languageId, tokenRules } from './language.ts';
import { registerProviders } from './providers/register.ts';
import { defineThemes } from './themes.ts';

let isReady = false;

/** Sets the editor library up: its worker, our language with all that helps to write it, our themes. Once for all editors. */
export function setUpMonaco(): void {
  if (isReady) return;
  isReady = true;
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  languages.register({ id: languageId, aliases: ['SQL'], extensions: ['.sql'] });
  languages.setLanguageConfiguration(languageId, languageConfiguration);
  languages.setMonarchTokensProvider(languageId, tokenRules);
  languages.register({ id: distillerLanguageId, aliases: ['Data Distiller SQL'] });
  languages.setLanguageConfiguration(distillerLanguageId, distillerConfiguration);
  languages.setMonarchTokensProvider(distillerLanguageId, distillerTokenRules);
  editor.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  });
  defineThemes();
  registerProviders();
}
