import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH = /\.(js|css|svg)$/;
/** Smaller files fit into one packet anyway. */
const LEAST = 1000;

/** Packs each file once, as small as it gets, and lays the packed ones beside it: the gateway gives them to whoever can read them. */
export function packed(): Plugin {
  return {
    name: 'gongdan-packed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter(file => file.startsWith('assets/') && WORTH.test(file)).map(file => join(dir!, file));
      await Promise.all(files.map(async file => {
        const content = readFileSync(file);
        if (content.length < LEAST) return;
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
        writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      }));
    },
  };
}
