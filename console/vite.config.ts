import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { weight } from './weight.ts';

const gateway = process.env.GONGDAN_GATEWAY ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), weight({ frame: 320, page: 520 })],
  // Tests read the contracts of the services; the server for development shows nothing but the console.
  server: { port: 5173, proxy: { '/api': gateway, '/bff': gateway }, fs: { allow: [process.env.VITEST ? '..' : '.'] } },
  build: {
    // Where Quarkus looks for static files inside a jar.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // What antd is built of says nowhere that importing it does nothing by itself: without this a page that needs one name of a barrel loads all of it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /node_modules\/@rc-component\//, sideEffects: false }] } },
  },
  test: { environment: 'jsdom', isolate: false, testTimeout: 30_000, setupFiles: ['test/setup.ts'], include: ['test/**/*.test.{ts,tsx}'] },
});
