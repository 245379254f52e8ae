// Only the rules that need types; everything else is biome's.
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist*/', 'build/', 'coverage/', 'packages/*/dist/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [
      '{src,test,scripts,examples,benchmark}/**/*.{ts,mts,mjs,cjs}',
      'packages/*/{src,test,examples}/**/*.ts',
    ],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
)
