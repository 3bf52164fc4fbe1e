import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = process.env.GONGDAN_GATEWAY ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  // Tests read the contracts of the services; the server for development shows nothing but the console.
  server: { port: 5173, proxy: { '/api': gateway, '/bff': gateway }, fs: { allow: [process.env.VITEST ? '..' : '.'] } },
  build: {
    // Where Quarkus looks for static files inside a jar.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
  },
  test: { environment: 'jsdom', isolate: false, testTimeout: 30_000, setupFiles: ['test/setup.ts'], include: ['test/**/*.test.{ts,tsx}'] },
});
