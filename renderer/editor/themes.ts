import { editor } from 'monaco-editor/editor/editor.api.js';
import { type ThemeName, themeNames, tokens } from '../../src/theme/tokens.ts';
import { codeColors } from './theme-colors.ts';

/** The editor's name for one of our themes. */
export function themeId(theme: ThemeName): string {
  return `stillhouse-${theme}`;
}

/** Makes our three themes known to the editor. */
export function defineThemes(): void {
  for (const theme of themeNames) editor.defineTheme(themeId(theme), themeData(theme));
}

const bases: Readonly<Record<ThemeName, editor.BuiltinTheme>> = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black' };

function themeData(theme: ThemeName): editor.IStandaloneThemeData {
  const code = codeColors(theme);
  const token = tokens[theme];
  const rule = (name: string, color: string, fontStyle?: string): editor.ITokenThemeRule => ({
    token: name,
    foreground: color.slice(1),
    ...(fontStyle !== undefined && { fontStyle }),
  });
  return {
    base: bases[theme],
    inherit: true,
    rules: [
      rule('', token.text),
      rule('identifier', token.text),
      rule('keyword', code.keyword, 'bold'),
      rule('type', code.type),
      rule('function', code.function),
      rule('string', code.string),
      rule('number', code.number),
      rule('variable.parameter', code.parameter, 'bold'),
      rule('comment', code.comment, 'italic'),
      rule('operator', code.operator),
      rule('delimiter', code.operator),
    ],
    colors: widgetColors(theme),
  };
}

/** One calm colour for brackets of every depth; only one without a partner stands out. */
function bracketColors(color: string): editor.IColors {
  return Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, color]));
}

/** Surfaces, selections and floating parts, from the same tokens as the rest of the window. */
function widgetColors(theme: ThemeName): editor.IColors {
  const { ground, panel, border, control, text, textMuted, accent, onAccent, selection, warning, bad } = tokens[theme];
  const faint = (color: string, alpha: string) => `${color}${alpha}`;
  return {
    'editor.background': ground,
    'editor.foreground': text,
    'editorCursor.foreground': accent,
    'editor.lineHighlightBackground': faint(textMuted, '0F'),
    'editor.lineHighlightBorder': '#00000000',
    'editorLineNumber.foreground': textMuted,
    'editorLineNumber.activeForeground': text,
    'editorGutter.background': ground,
    'editor.selectionBackground': faint(accent, '40'),
    'editor.inactiveSelectionBackground': faint(accent, '26'),
    'editor.selectionHighlightBackground': faint(accent, '1F'),
    'editor.wordHighlightBackground': faint(textMuted, '26'),
    'editor.findMatchBackground': faint(warning, '59'),
    'editor.findMatchHighlightBackground': faint(warning, '33'),
    ...bracketColors(codeColors(theme).operator),
    'editorBracketHighlight.unexpectedBracket.foreground': bad,
    'editor.rangeHighlightBackground': faint(warning, '1F'),
    'editorBracketMatch.background': faint(accent, '26'),
    'editorBracketMatch.border': accent,
    'editorIndentGuide.background1': border,
    'editorIndentGuide.activeBackground1': control,
    'editorError.foreground': bad,
    'editorWarning.foreground': warning,
    'editor.placeholder.foreground': textMuted,
    'editorInfo.foreground': codeColors(theme).keyword,
    'editorHint.foreground': textMuted,
    'editorWidget.background': panel,
    'editorWidget.foreground': text,
    'editorWidget.border': control,
    'editorHoverWidget.background': panel,
    'editorHoverWidget.foreground': text,
    'editorHoverWidget.border': control,
    'editorSuggestWidget.background': panel,
    'editorSuggestWidget.foreground': text,
    'editorSuggestWidget.border': control,
    'editorSuggestWidget.selectedBackground': selection,
    'editorSuggestWidget.selectedForeground': text,
    'editorSuggestWidget.selectedIconForeground': text,
    'editorSuggestWidget.highlightForeground': accent,
    'editorSuggestWidget.focusHighlightForeground': accent,
    'list.hoverBackground': faint(textMuted, '1A'),
    'list.activeSelectionBackground': selection,
    'list.activeSelectionForeground': text,
    'list.focusBackground': selection,
    'list.focusForeground': text,
    'list.highlightForeground': accent,
    'input.background': ground,
    'input.foreground': text,
    'input.border': control,
    'inputOption.activeBackground': selection,
    'inputOption.activeForeground': text,
    'inputOption.activeBorder': accent,
    'menu.background': panel,
    'menu.foreground': text,
    'menu.selectionBackground': selection,
    'menu.selectionForeground': text,
    'menu.border': control,
    'menu.separatorBackground': border,
    'quickInput.background': panel,
    'quickInput.foreground': text,
    'button.background': accent,
    'button.foreground': onAccent,
    'scrollbarSlider.background': faint(textMuted, '40'),
    'scrollbarSlider.hoverBackground': faint(textMuted, '66'),
    'scrollbarSlider.activeBackground': faint(textMuted, '80'),
    'scrollbar.shadow': '#00000000',
    'widget.shadow': theme === 'light' ? '#0000002E' : '#00000080',
    focusBorder: accent,
    'textLink.foreground': accent,
    'symbolIcon.functionForeground': codeColors(theme).function,
    'symbolIcon.keywordForeground': codeColors(theme).keyword,
    'symbolIcon.fieldForeground': codeColors(theme).string,
    'symbolIcon.classForeground': codeColors(theme).type,
  };
}
