import { defineConfig } from 'vitest/config';

// For Stryker (scripts/mutate.mjs): the quick tests beside the code that is mutated.
export default defineConfig({
  test: {
    include: ['src/document/**/*.test.ts', 'src/extract/**/*.test.ts', 'src/reading/**/*.test.ts', 'test/negative/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/scale.test.ts'],
    testTimeout: 30_000,
  },
});
