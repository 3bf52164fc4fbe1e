import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What every page needs: the program itself, and the frame around it. */
const ALWAYS = ['/src/main.tsx', '/src/Gate.tsx'];

/** Lets `index.html` say which files come next, so that the browser fetches them while it reads the first one. */
export function ahead(): Plugin {
  return {
    name: 'gongdan-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).flatMap(each => (each.type === 'chunk' ? [each] : []));
        const found = new Set<string>();
        const add = (file: string) => {
          if (found.has(file)) return;
          found.add(file);
          chunks.find(each => each.fileName === file)?.imports.forEach(add);
        };
        for (const module of ALWAYS) {
          const chunk = chunks.find(each => each.moduleIds.some(id => id.replaceAll('\\', '/').endsWith(module)));
          if (!chunk) throw new Error(`No chunk holds ${module}`);
          add(chunk.fileName);
        }
        const entry = chunks.find(each => each.isEntry)!;
        return [...found].filter(file => file !== entry.fileName && !entry.imports.includes(file))
          .map((file): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' }));
      },
    },
  };
}
