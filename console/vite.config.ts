import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ahead } from './ahead.ts';
import { packed } from './packed.ts';
import { weight } from './weight.ts';

const gateway = process.env.GONGDAN_GATEWAY ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), ahead(), weight({ frame: 305, page: 500 }), packed()],
  // Tests read the contracts of the services; the server for development shows nothing but the console.
  server: { port: 5173, proxy: { '/api': gateway, '/bff': gateway }, fs: { allow: [process.env.VITEST ? '..' : '.'] } },
  build: {
    // Where Quarkus looks for static files inside a jar.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // What antd is built of says nowhere that importing it does nothing by itself: without this a page that needs one name of a barrel loads all of it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /node_modules\/@rc-component\//, sideEffects: false }] },
      // A browser has six connections: what is always needed together is one file, with all that it imports.
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', test: /\/src\/(start|starts|early|query|homes|choices)\.ts$|preload-helper/, includeDependenciesRecursively: false, priority: 9 },
            // The program imports these, too, and uses none of it: contexts of forms stand in modules of their own.
            {
              name: 'form', includeDependenciesRecursively: false, priority: 9,
              test: /node_modules\/(@rc-component\/(async-validator|form\/es\/(?!FormContext))|antd\/es\/form\/(?!context|validateMessagesContext)|(compute-scroll-into|scroll-into)-view|antd\/es\/grid\/(col|row))/,
            },
            { name: 'main', test: /\/src\/main\.tsx$/, priority: 8 },
            { name: 'frame', test: /\/src\/Gate\.tsx$/, priority: 7 },
          ],
        },
      },
    },
  },
  test: { environment: 'jsdom', isolate: false, testTimeout: 60_000, setupFiles: ['test/setup.ts'], include: ['test/**/*.test.{ts,tsx}'] },
});
