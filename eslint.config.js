import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const clockOnly = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Read the time from the Clock port (src/clock.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Read the time from the Clock port (src/clock.ts).',
  },
  {
    selector: "CallExpression[callee.name='setTimeout']",
    message: 'Sleep through the Clock port (src/clock.ts).',
  },
  {
    selector: "CallExpression[callee.name='setInterval']",
    message: 'Sleep through the Clock port (src/clock.ts).',
  },
];

const adapterPackages = [
  { group: ['vectra', 'vectra/*'], message: 'Only src/search/vectors knows Vectra.' },
  { group: ['usearch'], message: 'Only src/search/vectors knows usearch.' },
  { group: ['@xenova/transformers'], message: 'Only src/embedding knows transformers.js.' },
  { group: ['libsql'], message: 'Only src/archive/database knows SQLite.' },
  {
    group: ['discord.js', '**/discord/**', '**/commands/**'],
    message: 'The core knows no Discord.',
  },
];

/** Everything the core may not import, but for the packages one folder is the adapter of. */
function fenceExcept(...allowed) {
  return [
    'error',
    { patterns: adapterPackages.filter(({ group }) => !allowed.includes(group[0])) },
  ];
}

/** @param outside how a file of the local Discord names the folder above it. */
function playgroundFence(outside) {
  const message = 'The local Discord knows nothing of Archivist but its clock.';
  const group = [`${outside}*`, `!${outside}clock.ts`, '../../../*'];
  return ['error', { patterns: [...adapterPackages, { group, message }] }];
}

/** Of the local Discord, the page knows what it is told. */
const pageFence = [
  'error',
  {
    patterns: [
      {
        group: ['../../*', '!../../page-protocol.ts', '../../../*', 'node:*', 'discord.js'],
        message: 'The page knows nothing but page-protocol.ts, and runs in a browser.',
      },
    ],
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'data', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      // TypeScript resolves names; the rule does not know Node's globals.
      'no-undef': 'off',
      // Fights noPropertyAccessFromIndexSignature.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': ['error', ...clockOnly],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read in src/config.ts.' },
      ],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-imports': fenceExcept() } },
  {
    files: ['src/search/vectors/**'],
    rules: { 'no-restricted-imports': fenceExcept('vectra', 'usearch') },
  },
  {
    files: ['src/embedding/**'],
    rules: { 'no-restricted-imports': fenceExcept('@xenova/transformers') },
  },
  { files: ['src/archive/database/**'], rules: { 'no-restricted-imports': fenceExcept('libsql') } },
  {
    // The Discord side, its entry points and the local Discord; none of them reaches below the application.
    files: [
      'src/discord/**',
      'src/bot.ts',
      'src/bot-duties.ts',
      'src/bot-playground.ts',
      'src/command-definitions.ts',
      'src/main.ts',
      'src/newsroom/**',
      'src/register.ts',
      'src/start/**',
      'commands/**',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: adapterPackages.filter(({ group }) => group[0] !== 'discord.js') },
      ],
    },
  },
  {
    // Runs in a browser, where no port brings the time.
    files: ['src/playground/page/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'no-restricted-syntax': 'off' },
  },
  { files: ['src/playground/*.ts'], rules: { 'no-restricted-imports': playgroundFence('../') } },
  { files: ['src/playground/*/**'], rules: { 'no-restricted-imports': playgroundFence('../../') } },
  {
    files: ['src/playground/page/*/**'],
    rules: { 'no-restricted-imports': pageFence },
  },
  { files: ['src/config.ts', 'test/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['test/**'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['test/bench/**', 'test/quality/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
