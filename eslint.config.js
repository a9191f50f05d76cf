import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const bannedFileNames = ['utils', 'helpers', 'misc', 'common'];

/** House rules that no plugin knows. */
const house = {
  rules: {
    'file-name': {
      create: (context) => ({
        Program(node) {
          const stem = context.filename.split('/').pop().split('.')[0];
          if (bannedFileNames.includes(stem)) {
            context.report({ node, message: `Name the file after its one idea, not "${stem}".` });
          }
        },
      }),
    },
    'sql-only-in-core': {
      create: (context) => ({
        TSAsExpression(node) {
          const type = node.typeAnnotation;
          if (
            type.type === 'TSTypeReference' &&
            type.typeName.name === 'Sql' &&
            !context.filename.endsWith('src/core/sql.ts')
          ) {
            context.report({ node, message: 'Build SQL with the sql tag from src/core/sql.ts, never by a cast.' });
          }
        },
      }),
    },
    'no-suppression': {
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            if (/eslint-disable|@ts-(ignore|nocheck|expect-error)|prettier-ignore/.test(comment.value)) {
              context.report({ loc: comment.loc, message: 'Fix the cause, or change the rule for everyone.' });
            }
          }
        },
      }),
    },
  },
};

export default tseslint.config(
  { ignores: ['build/types/', 'dist/', 'node_modules/', '.cache/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'tsconfig.worker.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Interfaces are written with methods, and made by functions whose closures need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      'react-hooks/incompatible-library': 'off',
      // A region that scrolls must be reached by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region'], allowExpressionValues: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { house },
    rules: { 'house/file-name': 'error', 'house/sql-only-in-core': 'error', 'house/no-suppression': 'error' },
  },
  {
    files: ['build/**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
