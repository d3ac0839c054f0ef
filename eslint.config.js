/** The rules of the house as far as a tool can see them. Exceptions are by folder, never in the code. */
import eslint from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import { existsSync, readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const workspaces = ['bff', 'bff/contracts', 'miniapp', 'prisma', 'tests']
const features = existsSync('miniapp/src/features') ? readdirSync('miniapp/src/features') : []

/** Which folder must not import from which. */
const forbidden = [
  ['bff/contracts', ['bff/src', 'bff/local', 'miniapp', 'prisma', 'tests']],
  ['bff/src/platform', ['bff/src/http', 'bff/src/modules', 'bff/src/app.ts', 'bff/src/deps.ts']],
  ['bff/src/http', ['bff/src/modules', 'bff/src/app.ts']],
  ['bff/src', ['bff/local', 'miniapp', 'prisma', 'tests']],
  ['miniapp/src/shared', ['miniapp/src/features', 'miniapp/src/pages']],
  ['miniapp/src/features', ['miniapp/src/pages']],
  ['miniapp', ['bff/src', 'bff/local', 'prisma', 'tests']],
  // What services bring is put together where the platform begins: in app.tsx and in pages.
  ...['miniapp/src/shared', 'miniapp/src/features/*/!(pages)/**', 'miniapp/src/features/*/*.ts'].map(
    (target) => [target, ['faces', 'case-parts', 'desk-parts'].map((list) => `miniapp/src/${list}.ts`)],
  ),
]
const zones = [
  ...forbidden.map(([target, from]) => ({ target, from, message: `${target} must not know about it.` })),
  ...features.map((name) => ({
    target: `miniapp/src/features/${name}`,
    from: 'miniapp/src/features',
    except: [`./${name}`],
    message: 'Features do not import each other; what two of them need is in shared.',
  })),
]

/** @param up the way from a file to the folder of modules */
const otherModule = (up) => ({
  regex: `^${up.replaceAll('.', '\\.')}[a-z-]+/(?!(service|policy|kind)$)`,
  message:
    'Another module is reached through its service (or asked for its policy; the spine by what a kind is).',
})
const database = {
  regex: '(platform/(db|rows)|/generated/.*|^pg)$',
  allowTypeImports: true,
  message: 'Only a store speaks to the database.',
}
const impure = {
  regex: '(store|service|routes|jobs|/http/.*|/platform/(?!shanghai|calendar|problem).*)$',
  allowTypeImports: true,
  message: 'Rules and policies decide from what they are given.',
}
const restrictImports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
})

const outsideIsAnArgument = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Time'],
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Time'],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Chance'],
].map(([selector, what]) => ({
  selector,
  message: `${what} is an argument here (docs/architecture.md › The twelve rules, 10).`,
}))

const rowsAreAskedFor = {
  selector: 'TSLiteralType > Literal[value=/^\\$queryRaw/]',
  message: 'Whoever is sent statements is a Sender (platform/rows.ts).',
}
const sql = '/\\b(?:SELECT\\b.*\\bFROM|INSERT INTO|DELETE FROM|UPDATE \\w+ SET)\\b/s'
const sqlIsOfAStore = ['TemplateElement[value.raw=', 'Literal[value='].map((node) => ({
  selector: `${node}${sql}]`,
  message: 'Only a store speaks SQL (docs/architecture.md › A module).',
}))

const environment = {
  object: 'process',
  property: 'env',
  message: 'The environment is read in config.ts only.',
}
const rowsAreNamed = ['$queryRaw', '$queryRawUnsafe'].map((property) => ({
  property,
  message: 'A statement names the schema of its rows: rowsOf, rowOf, rowsOfText (platform/rows.ts).',
}))

export default tseslint.config(
  { ignores: ['**/dist/', '**/dist-*/', 'bff/src/generated/', '.linli/', 'coverage/'] },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // TypeScript knows the names of each platform better.
      'no-undef': 'off',
      // What people type is searched for control characters.
      'no-control-regex': 'off',
    },
  },
  {
    files: workspaces.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`),
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: workspaces.map((folder) => `${folder}/tsconfig.json`),
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
    },
  },
  {
    files: ['bff/{src,contracts}/**/*.ts'],
    ignores: ['bff/src/config.ts'],
    rules: {
      'no-restricted-properties': ['error', environment, ...rowsAreNamed],
      'no-restricted-syntax': ['error', rowsAreAskedFor],
    },
  },
  {
    files: ['bff/src/platform/rows.ts'],
    rules: { 'no-restricted-properties': ['error', environment], 'no-restricted-syntax': 'off' },
  },
  {
    // Taro replaces TARO_ENV at build time; there is no environment on a phone.
    files: ['miniapp/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.object.name='process'][object.property.name='env'][property.name!='TARO_ENV']",
          message: 'There is no environment on a phone.',
        },
      ],
    },
  },
  {
    files: ['bff/src/modules/**/*.ts', 'bff/contracts/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...outsideIsAnArgument, rowsAreAskedFor] },
  },
  {
    files: ['bff/src/modules/**/*.ts'],
    ignores: ['**/*store.ts'],
    rules: { 'no-restricted-syntax': ['error', ...outsideIsAnArgument, ...sqlIsOfAStore, rowsAreAskedFor] },
  },
  ...[
    ['bff/src/modules/*', otherModule('../')],
    ['bff/src/modules/*/*', otherModule('../../')],
  ].flatMap(([folder, others]) => [
    { files: [`${folder}/*.ts`], rules: restrictImports(others, database) },
    { files: [`${folder}/*store.ts`], rules: restrictImports(others) },
    {
      files: [`${folder}/{rules,*-rules,policy}.ts`],
      rules: restrictImports(others, database, impure),
    },
  ]),
  // A test reads from top to bottom, whatever its length.
  { files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
  // Markup takes a line for every property.
  {
    files: ['miniapp/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
)
