import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What may reach a browser before a page is usable, in kB packed (10³ bytes): the frame alone, and a page with it. Texts of one language count. */
export interface Budget { frame: number; page: number }

const source = (id: string) => id.replaceAll('\\', '/').replace(/^.*\/console\/src\//, '');

/** Weighs each page of `src/pages.tsx` after a build, writes what it weighs to `target/weight.json` and fails when one is over its budget. */
export function weight(budget: Budget): Plugin {
  return {
    name: 'gongdan-weight',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap(each => (each.type === 'chunk' ? [each] : []));
      const packed = new Map(chunks.map(each => [each.fileName, gzipSync(each.code).length]));
      const sheets = Object.values(bundle).reduce((sum, each) => sum + (each.type === 'asset' && each.fileName.endsWith('.css') ? gzipSync(each.source).length : 0), 0);
      const of = (module: string) => chunks.find(each => each.moduleIds.some(id => source(id) === module));
      const dynamicOf = (module: string) => [...this.getModuleIds()].filter(id => source(id) === module).flatMap(id => this.getModuleInfo(id)!.dynamicallyImportedIds.map(source));

      /** Files that a browser fetches for these modules: what they import, and the Chinese texts that they wait for. */
      const files = (modules: string[]) => {
        const found = new Set<string>();
        const add = (file: string) => {
          const chunk = chunks.find(each => each.fileName === file);
          if (!chunk || found.has(file)) return;
          found.add(file);
          chunk.imports.forEach(add);
          // It fetches the texts of the first page only, which is weighed with its own.
          if (chunk.moduleIds.some(id => source(id) === 'start.ts')) return;
          for (const dynamic of chunk.dynamicImports) {
            if (chunks.find(each => each.fileName === dynamic)?.moduleIds.some(id => source(id).endsWith('i18n/zh.ts'))) add(dynamic);
          }
        };
        modules.forEach(module => {
          const chunk = of(module);
          if (!chunk) throw new Error(`No chunk holds ${module}`);
          add(chunk.fileName);
        });
        return found;
      };
      const sum = (modules: string[]) => Math.round([...files(modules)].reduce((total, file) => total + packed.get(file)!, sheets) / 100) / 10;

      const signing = dynamicOf('routes.tsx').filter(each => each.startsWith('sign/'));
      const pages = dynamicOf('pages.tsx');
      if (pages.length < 20 || signing.length !== 1) throw new Error(`${pages.length} pages and ${signing.length} pages to sign were found: has src/pages.tsx or src/routes.tsx moved?`);
      const frame = sum(['main.tsx', 'Gate.tsx']);
      const weights = Object.fromEntries([
        ...pages.map(page => [page, sum(['main.tsx', 'Gate.tsx', page])] as const), ...signing.map(page => [page, sum(['main.tsx', page])] as const),
      ].sort((one, other) => other[1] - one[1]));
      writeFileSync('target/weight.json', JSON.stringify({ budget, frame, pages: weights }, null, 2));
      const heavy = Object.entries(weights).filter(([, kilobytes]) => kilobytes > budget.page).map(([page, kilobytes]) => `${page} ${kilobytes} kB`);
      this.info(`frame ${frame} kB, pages ${Math.min(...Object.values(weights))} to ${Math.max(...Object.values(weights))} kB packed`);
      if (frame > budget.frame) throw new Error(`The frame weighs ${frame} kB packed, ${budget.frame} is its budget (docs/adr/045).`);
      if (heavy.length > 0) throw new Error(`Over the budget of ${budget.page} kB packed (docs/adr/045): ${heavy.join(', ')}`);
    },
  };
}
