export { checkDistillerScript } from '../../src/dialect/distiller/editor/check-script.ts';
export { readableText } from '../../src/dialect/distiller/editor/readable-text.ts';
export { distillerShape } from '../../src/dialect/distiller/editor/vocabulary.ts';
