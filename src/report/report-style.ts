import { tokens } from '../theme/tokens.ts';

const { text, textMuted, panel, border, good, warning, bad } = tokens.light;

/** The look of a report, on screen and on paper. */
export const reportStyle = `
body { max-width: 900px; margin: 32px auto; padding: 0 24px; font: 14px/1.5 Inter, system-ui, sans-serif; color: ${text}; background: #fff; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 16px; margin: 28px 0 4px; } h3 { font-size: 14px; margin: 16px 0 4px; }
p { margin: 4px 0; } .facts { color: ${textMuted}; } .words { font-size: 15px; }
figure { margin: 12px 0; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 8px 0; font-size: 12px; font-variant-numeric: tabular-nums; }
th, td { padding: 3px 10px; text-align: left; border-bottom: 1px solid ${border}; } thead th { color: ${textMuted}; font-weight: 500; }
td.number { text-align: right; } td.null { color: ${textMuted}; font-style: italic; }
pre { padding: 10px 12px; overflow: auto; font: 12px/1.5 'JetBrains Mono', monospace; background: ${panel}; white-space: pre-wrap; }
.checks { padding: 0; list-style: none; } .checks li::before { display: inline-block; width: 20px; }
.passed::before { content: '✓'; color: ${good}; } .warning::before { content: '!'; color: ${warning}; }
.error::before { content: '✕'; color: ${bad}; } .note::before { content: 'i'; color: ${textMuted}; }
@media print { body { margin: 0; max-width: none; } section, tr { break-inside: avoid; } .step { break-inside: auto; } }
`;
