import { defineConfig } from 'vitest/config';

// One file that a plain script tag loads; what stands in page/ goes beside it as it is.
export default defineConfig({
  publicDir: 'page',
  build: {
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'CareerChatModule', fileName: () => 'careerbot.js' },
    reportCompressedSize: false,
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
